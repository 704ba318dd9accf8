package org.ashlar.crm.internal.service;

import java.util.Optional;
import org.ashlar.crm.internal.model.StageEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stages of the sales process of the caller's company. Thread-safe. */
@Component(service = Stages.class)
public final class Stages {

    private final Access access;
    private final EntityStore store;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public Stages(@Reference Access access, @Reference EntityStore store, @Reference Sql sql) {
        this.access = access;
        this.store = store;
        this.sql = sql;
    }

    /** The stage, if it is in use. */
    StageEntity active(long id) {
        StageEntity stage = store.get(StageEntity.class, id);
        if (!stage.isActive()) {
            throw Problem.rule("stage", "crm.stage.inactive", stage.getName());
        }
        return stage;
    }

    /** A stage, also one that is not in use any more. */
    StageEntity get(long id) {
        return store.get(StageEntity.class, id);
    }

    /** Where new opportunities begin. */
    StageEntity first() {
        return at("select id from crm_stage where company_id = ? and active = true order by seq_no, id",
                access.caller().companyId()).orElseThrow(() -> Problem.rule("stage", "crm.stage.none"));
    }

    /** The next one in use, empty at the end. */
    Optional<StageEntity> after(StageEntity stage) {
        return at("select id from crm_stage where company_id = ? and active = true and (seq_no > ? or seq_no = ? and id > ?)"
                + " order by seq_no, id", access.caller().companyId(), stage.getSequence(), stage.getSequence(), stage.getId());
    }

    private Optional<StageEntity> at(String query, Object... values) {
        return sql.any(db -> db.fetch(query + " fetch first 1 rows only", values)).stream().findFirst()
                .map(row -> store.get(StageEntity.class, row.get(0, Long.class)));
    }
}
