/** Tables of the module. */
package org.ashlar.purchasing.internal.model;
