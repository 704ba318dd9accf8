/** Records of the demo company. */
package org.ashlar.crm.internal.demo;
