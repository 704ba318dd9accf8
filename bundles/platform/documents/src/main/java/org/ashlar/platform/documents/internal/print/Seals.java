package org.ashlar.platform.documents.internal.print;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The company's seal (印章) on a print: only for callers with {@code platform.seal.print}, only on records that meet the seal's
 * condition, and every use is noted on the record. A picture, no signature. Thread-safe.
 */
@Component(service = Seals.class)
public final class Seals {

    private static final String MODEL = "platform.seal";

    private final Records records;
    private final Access access;
    private final Pictures pictures;
    private final AuditLog audit;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public Seals(@Reference Records records, @Reference Access access, @Reference Pictures pictures, @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.records = records;
        this.access = access;
        this.pictures = pictures;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What a template sees as {@code seal}: {@code name}, {@code image}, {@code width} in mm; empty: no seal on this print. */
    Optional<Map<String, Object>> on(String model, long record) {
        if (!access.may("platform.seal.print")) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> seal = access.as(access.system(access.caller().companyId()), () -> records.find(MODEL,
                new Records.Query("target==" + model + ";active==true", null, "id", List.of("id", "name", "condition", "width"),
                        0, 20, false)).rows().stream().filter(row -> holds(model, record, row)).findFirst());
        return seal.flatMap(row -> pictures.of(MODEL, number(row)).map(image -> {
            transactions.run(() -> audit.note(model, record, "sealed", Map.of("seal", row.get("name"))));
            return Map.of("name", row.get("name"), "width", row.get("width"), "image", image);
        }));
    }

    private boolean holds(String model, long record, Map<String, Object> seal) {
        return !records.find(model, new Records.Query("(" + seal.get("condition") + ");id==" + record, null, null,
                List.of("id"), 0, 1, false)).rows().isEmpty();
    }

    private static long number(Map<String, Object> row) {
        return ((Number) row.get("id")).longValue();
    }
}
