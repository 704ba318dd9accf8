package org.ashlar.purchasing.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.spi.ReceiptProvider;
import org.ashlar.purchasing.spi.BillingProvider;
import org.ashlar.purchasing.spi.PurchaseOrderCheck;
import org.ashlar.purchasing.spi.TaxCalculator;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The bridges that are there at the moment. The references are dynamic fields, so that a bridge comes and goes without
 * restarting purchasing, and are located only when asked for, because the bridges in turn need the orders service.
 */
@Component(service = Partners.class)
public class Partners {

    private final ComponentContext context;

    @Reference(name = "receipts", service = ReceiptProvider.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<ReceiptProvider> receipts;

    @Reference(name = "billing", service = BillingProvider.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<BillingProvider> billing;

    @Reference(name = "taxes", service = TaxCalculator.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<TaxCalculator> taxes;

    @Reference(name = "checks", service = PurchaseOrderCheck.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ServiceReference<PurchaseOrderCheck>> checks;

    /** Used by DS. */
    @Activate
    public Partners(ComponentContext context) {
        this.context = context;
    }

    /** Who moves goods. */
    Optional<ReceiptProvider> receipts() {
        return locate("receipts", receipts);
    }

    /** Who writes bills. */
    Optional<BillingProvider> billing() {
        return locate("billing", billing);
    }

    /** Who computes taxes. */
    Optional<TaxCalculator> taxes() {
        return locate("taxes", taxes);
    }

    /** Lets every check see the order; the first that throws refuses it. */
    void check(PurchaseOrderView order) {
        List<ServiceReference<PurchaseOrderCheck>> present = checks;
        if (present != null) {
            for (ServiceReference<PurchaseOrderCheck> reference : present) {
                locate("checks", reference).ifPresent(check -> check.check(order));
            }
        }
    }

    private <T> Optional<T> locate(String name, ServiceReference<T> reference) {
        return reference == null ? Optional.empty() : Optional.ofNullable(context.locateService(name, reference));
    }
}
