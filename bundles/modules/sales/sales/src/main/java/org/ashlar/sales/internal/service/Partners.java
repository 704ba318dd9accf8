package org.ashlar.sales.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.spi.FulfilmentProvider;
import org.ashlar.sales.spi.InvoicingProvider;
import org.ashlar.sales.spi.OrderCheck;
import org.ashlar.sales.spi.TaxCalculator;
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
 * restarting sales, and are located only when asked for, because the bridges in turn need the orders service.
 */
@Component(service = Partners.class)
public class Partners {

    private final ComponentContext context;

    @Reference(name = "fulfilment", service = FulfilmentProvider.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<FulfilmentProvider> fulfilment;

    @Reference(name = "invoicing", service = InvoicingProvider.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<InvoicingProvider> invoicing;

    @Reference(name = "taxes", service = TaxCalculator.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceReference<TaxCalculator> taxes;

    @Reference(name = "checks", service = OrderCheck.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ServiceReference<OrderCheck>> checks;

    /** Used by DS. */
    @Activate
    public Partners(ComponentContext context) {
        this.context = context;
    }

    /** Who moves goods. */
    Optional<FulfilmentProvider> fulfilment() {
        return locate("fulfilment", fulfilment);
    }

    /** Who writes invoices. */
    Optional<InvoicingProvider> invoicing() {
        return locate("invoicing", invoicing);
    }

    /** Who computes taxes. */
    Optional<TaxCalculator> taxes() {
        return locate("taxes", taxes);
    }

    /** Lets every check see the order; the first that throws refuses it. */
    void check(OrderView order) {
        List<ServiceReference<OrderCheck>> present = checks;
        if (present != null) {
            for (ServiceReference<OrderCheck> reference : present) {
                locate("checks", reference).ifPresent(check -> check.check(order));
            }
        }
    }

    private <T> Optional<T> locate(String name, ServiceReference<T> reference) {
        return reference == null ? Optional.empty() : Optional.ofNullable(context.locateService(name, reference));
    }
}
