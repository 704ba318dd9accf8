/** Records of the demo company. */
package org.ashlar.finance.internal.demo;
