/** What is kept: rules and links. */
package org.ashlar.bridge.purchasing.sales.internal.model;
