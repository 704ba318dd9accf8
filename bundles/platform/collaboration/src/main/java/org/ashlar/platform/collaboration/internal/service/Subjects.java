package org.ashlar.platform.collaboration.internal.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.CallerRights;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one check of this bundle: whoever may read a record may see what hangs on it. Thread-safe. */
@Component(service = Subjects.class)
public final class Subjects {

    private static final int MOST = 500;

    private final Catalog catalog;
    private final Records records;
    private final RecordAccess readable;
    private final Sql sql;
    private final Access access;
    private final Callers callers;
    private final CallerRights rights;

    @Activate
    public Subjects(@Reference Catalog catalog, @Reference Records records, @Reference RecordAccess readable,
            @Reference Sql sql, @Reference Access access, @Reference Callers callers, @Reference CallerRights rights) {
        this.catalog = catalog;
        this.records = records;
        this.readable = readable;
        this.sql = sql;
        this.access = access;
        this.callers = callers;
        this.rights = rights;
    }

    /**
     * A record by its REST path.
     *
     * @throws Problem NOT_FOUND for an unknown model or a record that the caller may not see
     */
    public Subject of(String module, String collection, long id) {
        ModelInfo model = catalog.find(module, collection).orElseThrow(
                () -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", module + "/" + collection));
        return read(model, id);
    }

    /** A record by its model; see {@link #of(String, String, long)}. */
    public Subject of(String model, long id) {
        return read(model(model), id);
    }

    /** A record by its REST path, for what partners' users do not see even of their own records. */
    public Subject inside(String module, String collection, long id) {
        Subject subject = of(module, collection, id);
        requireInside();
        return subject;
    }

    /** Refuses users of partners: files, activities, followers and tags are the company's own business. */
    void requireInside() {
        if (guest()) {
            throw Problem.of(ProblemKind.DENIED, "platform.collaboration.inside");
        }
    }

    /** Whether the caller is a partner's user. */
    boolean guest() {
        return rights.present().portal();
    }

    private ModelInfo model(String id) {
        return catalog.find(id).filter(m -> !m.collection().isEmpty())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", id));
    }

    private Subject read(ModelInfo model, long id) {
        Map<String, Object> row = records.get(model.id(), id, fields(model));
        return new Subject(model, id, label(row.get(model.label())));
    }

    private static List<String> fields(ModelInfo model) {
        return model.field(model.label()).filter(f -> !f.hidden()).map(FieldInfo::name).filter(n -> !n.equals("id"))
                .map(n -> List.of("id", n)).orElse(List.of("id"));
    }

    private static String label(Object value) {
        Object text = value instanceof Map<?, ?> reference ? reference.get("label") : value;
        return text == null ? "" : text.toString();
    }

    /** A model by id, {@code null} while its module is away. */
    public ModelInfo find(String model) {
        return model == null ? null : catalog.find(model).filter(m -> !m.collection().isEmpty()).orElse(null);
    }

    /** Labels of those records of a model that the caller may see. */
    Map<Long, String> labels(String model, Collection<Long> ids) {
        ModelInfo info = find(model);
        if (info == null || ids.isEmpty() || !access.may(model + ".read")) {
            return Map.of();
        }
        String filter = "id=in=(" + ids.stream().distinct().limit(MOST).map(String::valueOf).collect(Collectors.joining(","))
                + ")";
        Map<Long, String> labels = new HashMap<>();
        records.find(model, new Records.Query(filter, null, "id", fields(info), 0, MOST, false)).rows()
                .forEach(row -> labels.put(((Number) row.get("id")).longValue(), label(row.get(info.label()))));
        return labels;
    }

    /** Whether a user may see a record of the caller's company. */
    boolean visibleTo(long user, String model, long id) {
        return visibleTo(user, model, id, true);
    }

    /** As {@link #visibleTo(long, String, long)}; {@code guests} false: not to a partner's user. */
    boolean visibleTo(long user, String model, long id, boolean guests) {
        if (user == access.caller().userId()) {
            return visible(model, id) && (guests || !guest());
        }
        return callers.of(user, access.caller().companyId(), Channel.SYSTEM)
                .map(caller -> access.as(caller, () -> visible(model, id) && (guests || !guest()))).orElse(false);
    }

    private boolean visible(String model, long id) {
        return find(model) != null && readable.mayRead(model, id);
    }

    /** Who created a record, 0 if it was the system. */
    long creator(Subject subject) {
        Long by = sql.any(db -> db.fetchOptional("select created_by from " + subject.model().table() + " where id = ?",
                subject.id())).map(r -> r.get(0, Long.class)).orElse(null);
        return by == null ? 0 : by;
    }
}
