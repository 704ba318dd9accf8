package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Which document came from which: quotation, order, delivery, invoice, payment. Answered for any record under
 * {@code .../{id}/flow} as nodes and edges, following links both ways. Thread-safe.
 */
@ProviderType
public interface DocumentFlow {

    /**
     * Records inside the running transaction that {@code to} came from {@code from}; saying it twice is harmless. Not needed
     * where the rows of a document say it: see {@link DocumentLinks}.
     */
    void link(String fromModel, long fromId, String toModel, long toId);
}
