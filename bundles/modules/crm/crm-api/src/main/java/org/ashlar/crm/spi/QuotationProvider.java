package org.ashlar.crm.spi;

import org.ashlar.crm.OpportunityView;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes quotations for opportunities, in the transaction of the caller. At most one is asked. Thread-safe. */
@ConsumerType
public interface QuotationProvider {

    /**
     * The quotation of the opportunity: the one it has ({@link OpportunityView#quotationId}) unless that was given up, else
     * a new one.
     */
    DocumentRef quotation(OpportunityView opportunity);
}
