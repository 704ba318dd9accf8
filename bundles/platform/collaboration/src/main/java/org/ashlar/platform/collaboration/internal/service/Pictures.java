package org.ashlar.platform.collaboration.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The newest picture among the files of each of many records, for galleries. Thread-safe. */
@Component(service = Pictures.class)
public final class Pictures {

    /** Records asked for at once. */
    public static final int MOST = 200;

    private static final List<Object> TYPES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Catalog catalog;
    private final Subjects subjects;
    private final Sql sql;
    private final Access access;

    /** By injection. */
    @Activate
    public Pictures(@Reference Catalog catalog, @Reference Subjects subjects, @Reference Sql sql, @Reference Access access) {
        this.catalog = catalog;
        this.subjects = subjects;
        this.sql = sql;
        this.access = access;
    }

    /**
     * Ids of files by ids of records; records without a picture, or that the caller may not see, are left out.
     *
     * @throws Problem NOT_FOUND for an unknown model, DENIED for partners' users
     */
    public Map<Long, Long> of(String module, String collection, Collection<Long> ids) {
        ModelInfo model = catalog.find(module, collection).orElseThrow(
                () -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", module + "/" + collection));
        subjects.requireInside();
        Map<Long, Long> pictures = new TreeMap<>();
        Collection<Long> seen = subjects.labels(model.id(), ids).keySet();
        if (!seen.isEmpty()) {
            List<Object> values = new ArrayList<>(List.of(model.id(), access.caller().companyId()));
            values.addAll(TYPES);
            values.addAll(seen);
            sql.any(db -> db.fetch("select record_id, max(id) from platform_attachment where model = ? and company_id = ? and deleted_at"
                    + " is null and media_type in (" + places(TYPES.size()) + ") and record_id in (" + places(seen.size())
                    + ") group by record_id", values.toArray()))
                    .forEach(row -> pictures.put(row.get(0, Long.class), row.get(1, Long.class)));
        }
        return pictures;
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
