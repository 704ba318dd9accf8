/** The list of what the distribution is made of, and what it must not be made of. */
package org.ashlar.tooling.bom;
