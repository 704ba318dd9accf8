package org.ashlar.purchasing.spi;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves the goods of purchase orders; the service with the highest ranking is asked. It reports what really moved with
 * {@link org.ashlar.purchasing.PurchaseOrders#recordReceived}, so that moves started elsewhere count too. While there
 * is no such service purchasing records the asked quantities itself. Called in the transaction of the order's action
 * with the order locked and the quantities checked. Only lines of goods are passed; purchasing records services
 * itself. Thread-safe.
 */
@ConsumerType
public interface ReceiptProvider {

    /** Receives now. */
    DocumentRef receive(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date);

    /** Sends goods back to the vendor; quantities are positive. */
    DocumentRef sendBack(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reason);
}
