/** Rules of bookkeeping without OSGi, JPA or REST: taxes, balance of entries, allocation, ageing. */
package org.ashlar.finance.internal.domain;
