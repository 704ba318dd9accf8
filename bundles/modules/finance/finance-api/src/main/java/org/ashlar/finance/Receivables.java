package org.ashlar.finance;

import org.osgi.annotation.versioning.ProviderType;

/** What customers owe. Needs {@code finance.openItem.read}. Thread-safe. */
@ProviderType
public interface Receivables {

    /** What a customer owes now; also sees what the running transaction has posted. */
    Exposure of(long partyId);
}
