package org.ashlar.sales.spi;

import java.util.List;
import org.ashlar.platform.value.Money;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What customers owe besides their open orders, for the credit limit that sales checks when an order is confirmed; a service.
 * Amounts may be in any currency. Thread-safe.
 */
@ConsumerType
public interface CustomerDebts {

    /** What a customer of the caller's company owes now; empty if nothing. Must not ask for the caller's permissions. */
    List<Money> of(long partyId);
}
