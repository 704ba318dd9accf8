package org.ashlar.masters.internal.rules;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps master records that documents of any installed module refer to: modules below have no foreign keys up here, their
 * models say what they refer to. Thread-safe.
 */
@Component(service = Usage.class)
public final class Usage {

    private final Access access;
    private final Catalog catalog;
    private final Messages messages;
    private final Lookups lookups;

    @Activate
    public Usage(@Reference Access access, @Reference Catalog catalog, @Reference Messages messages,
            @Reference Lookups lookups) {
        this.access = access;
        this.catalog = catalog;
        this.messages = messages;
        this.lookups = lookups;
    }

    /**
     * Refuses to go on while a record is referred to.
     *
     * @throws Problem CONFLICT, code {@code masters.record.used}, naming the kind of record that refers to it
     */
    void refuseIfUsed(String model, long id) {
        for (ModelInfo user : catalog.list()) {
            for (FieldInfo reference : user.fields()) {
                if (reference.type() == FieldType.REF && model.equals(reference.target()) && used(reference, id)) {
                    throw Problem.of(ProblemKind.CONFLICT, "masters.record.used", messages.text(access.caller().locale(),
                            "model." + user.id(), List.of()));
                }
            }
        }
    }

    private boolean used(FieldInfo reference, long id) {
        return lookups.fresh(dsl -> dsl.fetchExists(dsl.selectOne().from(table(reference.table()))
                .where(field(reference.column(), Long.class).eq(id))));
    }
}
