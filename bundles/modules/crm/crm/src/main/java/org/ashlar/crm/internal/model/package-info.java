/** Tables of the module. */
package org.ashlar.crm.internal.model;
