package org.ashlar.crm.internal.service;

import org.ashlar.crm.OpportunityView;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.crm.spi.DocumentRef;
import org.ashlar.crm.spi.QuotationProvider;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.DocumentFlow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Quotations of opportunities, by whoever makes them; the provider comes and goes without restarting anything here. */
@Component(service = Quotations.class)
public class Quotations {

    private final DocumentFlow flow;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile QuotationProvider provider;

    /** Used by DS. */
    @Activate
    public Quotations(@Reference DocumentFlow flow) {
        this.flow = flow;
    }

    /** Whether anybody makes quotations. */
    boolean present() {
        return provider != null;
    }

    /** The quotation of the opportunity, new or as it is, set and linked. */
    DocumentRef make(OpportunityEntity opportunity) {
        QuotationProvider present = provider;
        if (present == null) {
            throw Problem.rule("quotation", "crm.opportunity.noSales");
        }
        DocumentRef quotation = present.quotation(view(opportunity));
        if (!Long.valueOf(quotation.id()).equals(opportunity.getQuotation())) {
            opportunity.setQuotation(quotation.id());
            flow.link("crm.opportunity", opportunity.getId(), quotation.model(), quotation.id());
        }
        return quotation;
    }

    /** An opportunity as others see it. */
    static OpportunityView view(OpportunityEntity o) {
        return new OpportunityView(o.getId(), o.getCompanyId(), o.getNumber(), o.getTitle(), o.getParty(), o.getState(),
                o.getAmount(), o.getCurrency(), o.getCloseDate(), o.getOwner(), o.getQuotation());
    }
}
