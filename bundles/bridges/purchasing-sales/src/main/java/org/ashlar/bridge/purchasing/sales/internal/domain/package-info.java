/** An order without its side, as both companies understand it. */
package org.ashlar.bridge.purchasing.sales.internal.domain;
