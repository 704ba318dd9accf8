package org.ashlar.sales.spi;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves the goods of orders; the service with the highest ranking is asked. It reports what really moved with
 * {@link org.ashlar.sales.Orders#recordDelivered}, so that moves started elsewhere count too. While there is no such
 * service sales records the asked quantities itself. Called in the transaction of the order's action with the order
 * locked and the quantities checked. Only lines of {@link org.ashlar.sales.OrderLineView#goods() goods} are passed;
 * sales records services itself. Thread-safe.
 */
@ConsumerType
public interface FulfilmentProvider {

    /** Plans a delivery that the warehouse completes later, in full or in part. */
    DocumentRef plan(OrderView order, List<LineQuantity> quantities, LocalDate date);

    /** Delivers now. */
    DocumentRef deliver(OrderView order, List<LineQuantity> quantities, LocalDate date);

    /** Takes goods back. */
    DocumentRef takeBack(OrderView order, List<LineQuantity> quantities, LocalDate date, String reason);
}
