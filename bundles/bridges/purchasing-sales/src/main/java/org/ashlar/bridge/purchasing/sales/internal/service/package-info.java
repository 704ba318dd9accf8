/** What happens to the other company's order when one of the two changes. */
package org.ashlar.bridge.purchasing.sales.internal.service;
