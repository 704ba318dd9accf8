package org.ashlar.platform.record;

import java.util.Set;
import org.ashlar.platform.event.Outbound;

/**
 * A record was created, changed or deleted through any way in; published inside the transaction.
 *
 * @param model model id
 * @param id record id; 0 when a bulk insert created many
 * @param companyId owning company, 0 if shared
 * @param kind {@code created}, {@code updated} or {@code deleted}
 * @param fields changed fields on updates, else empty
 */
@Outbound(value = "record", durable = false)
public record RecordChanged(String model, long id, long companyId, String kind, Set<String> fields) {
}
