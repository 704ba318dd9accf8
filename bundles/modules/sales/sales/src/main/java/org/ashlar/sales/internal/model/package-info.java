/** Tables of the module. */
package org.ashlar.sales.internal.model;
