package org.ashlar.platform.records.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.records.internal.store.Change;
import org.ashlar.platform.records.internal.store.Change.FieldChange;
import org.ashlar.platform.records.internal.sql.SqlFailure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/**
 * Writes who changed what into {@code platform_audit}, inside the changing transaction, one batch each time. A created
 * record is one row without values: the record itself and the old values of later changes tell them. Each row carries a
 * seal ({@link AuditKey}); {@link DefaultAuditChain} chains them after the commit. Thread-safe.
 */
@Component(service = AuditTrail.class)
public final class AuditTrail {

    private static final String INSERT = "insert into platform_audit (id, at_time, user_id, login, company_id, channel, address,"
            + " model, record_id, root_model, root_id, kind, changes, request_id, seal)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int MAX_VALUE = 4_000;
    private static final int MAX_CHANGES = 32_000;

    private final DataSource source;
    private final Access access;
    private final IdSource ids;
    private final Clock clock;
    private final AuditKey key;
    private final FreshEntries fresh;
    private final JsonFactory json = new JsonFactory();

    @Activate
    public AuditTrail(@Reference(target = "(ashlar.module=records)") DataSource source, @Reference Access access,
            @Reference IdSource ids, @Reference Clock clock, @Reference AuditKey key, @Reference FreshEntries fresh) {
        this.source = source;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.key = key;
        this.fresh = fresh;
    }

    /** Writes the changes of the running transaction; lines created together with their owner are left out. */
    public void write(List<Change> changes) {
        Set<String> createdRoots = new HashSet<>();
        for (Change change : changes) {
            if (change.kind().equals(Change.CREATED)) {
                createdRoots.add(change.model() + "#" + change.id());
            }
        }
        try (Connection connection = source.getConnection(); PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Row row = new Row(insert);
            int rows = 0;
            for (Change change : changes) {
                boolean line = change.id() != change.rootId();
                boolean implied = line && createdRoots.contains(change.rootModel() + "#" + change.rootId());
                boolean empty = change.kind().equals(Change.UPDATED) && change.fields().isEmpty();
                if (!implied && !empty) {
                    row.add(change, text(change.fields()));
                    rows++;
                }
            }
            if (rows == 1) {
                insert.executeUpdate();
            } else if (rows > 1) {
                insert.addBatch();
                insert.executeBatch();
            }
            if (rows > 0) {
                fresh.written(row.hashes);
            }
        } catch (SQLException e) {
            throw new SqlFailure("The audit log cannot be written", e);
        }
    }

    /** One row for a bulk insert that went past JPA. */
    public void writeBulk(String model, long companyId, int count, long firstId, long lastId) {
        write(List.of(new Change(model, firstId, companyId, "imported", model, firstId,
                List.of(new FieldChange("count", null, count), new FieldChange("firstId", null, firstId),
                        new FieldChange("lastId", null, lastId)))));
    }

    private String text(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return "[]";
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartArray();
            for (FieldChange field : fields) {
                generator.flush();
                if (out.getBuffer().length() > MAX_CHANGES - 2 * MAX_VALUE) {
                    break;
                }
                generator.writeStartObject();
                generator.writeStringField("field", field.field());
                generator.writeFieldName("old");
                value(generator, field.before());
                generator.writeFieldName("new");
                value(generator, field.after());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString();
        return text.length() > MAX_CHANGES ? "[]" : text;
    }

    private static void value(JsonGenerator generator, Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof java.math.BigDecimal decimal) {
            generator.writeNumber(decimal.toPlainString());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else {
            String text = value.toString();
            generator.writeString(text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) : text);
        }
    }

    /** Binds one row; the second one turns the statement into a batch. */
    private final class Row {

        private final PreparedStatement insert;
        private final Caller caller = access.bound() ? access.caller() : null;
        private final Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        private final Calendar utc = AuditContent.utc();
        private final Map<Long, String> hashes = new LinkedHashMap<>();
        private boolean pending;

        Row(PreparedStatement insert) {
            this.insert = insert;
        }

        void add(Change change, String changes) throws SQLException {
            if (pending) {
                insert.addBatch();
            }
            AuditContent row = new AuditContent(ids.next(), at, caller == null ? 0 : caller.userId(),
                    caller == null ? "system" : caller.login(), change.companyId(),
                    caller == null ? "SYSTEM" : caller.channel().name(), caller == null ? null : caller.address(),
                    change.model(), change.id(), change.rootModel(), change.rootId(), change.kind(), changes,
                    MDC.get("request"), null);
            int i = 1;
            insert.setLong(i++, row.id());
            insert.setTimestamp(i++, Timestamp.from(at), utc);
            insert.setLong(i++, row.userId());
            insert.setString(i++, row.login());
            insert.setLong(i++, row.companyId());
            insert.setString(i++, row.channel());
            insert.setString(i++, row.address());
            insert.setString(i++, row.model());
            insert.setLong(i++, row.recordId());
            insert.setString(i++, row.rootModel());
            insert.setLong(i++, row.rootId());
            insert.setString(i++, row.kind());
            insert.setString(i++, row.changes());
            insert.setString(i++, row.requestId());
            String hash = row.hash();
            hashes.put(row.id(), hash);
            insert.setString(i, key.seal(AuditKey.entry(row.id(), hash)));
            pending = true;
        }
    }
}
