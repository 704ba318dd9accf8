package org.ashlar.sales.spi;

import org.ashlar.sales.OrderView;
import org.osgi.annotation.versioning.ConsumerType;

/** May veto the confirmation of an order, in its transaction; a service. Thread-safe. */
@ConsumerType
public interface OrderCheck {

    /** Throws {@link org.ashlar.platform.problem.Problem} to refuse; {@code order} is still a quotation. */
    void check(OrderView order);
}
