package org.ashlar.purchasing.spi;

import org.ashlar.purchasing.PurchaseOrderView;
import org.osgi.annotation.versioning.ConsumerType;

/** May veto the confirmation of a purchase order, in its transaction; a service. Thread-safe. */
@ConsumerType
public interface PurchaseOrderCheck {

    /** Throws {@link org.ashlar.platform.problem.Problem} to refuse; {@code order} is not confirmed yet. */
    void check(PurchaseOrderView order);
}
