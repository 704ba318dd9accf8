package org.ashlar.platform.records.internal.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.VisibleRows;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Masks;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.read.Visibility;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for others what the engine applies itself. */
@Component(service = RecordAccess.class)
public final class DefaultRecordAccess implements RecordAccess {

    private static final VisibleRows NOTHING = new VisibleRows("select c.id from platform_company c where 1 = 0", List.of());

    private final DefaultCatalog catalog;
    private final RecordReader reader;
    private final RowCheck rows;
    private final Access access;

    @Activate
    public DefaultRecordAccess(@Reference DefaultCatalog catalog, @Reference RecordReader reader, @Reference RowCheck rows,
            @Reference Access access) {
        this.catalog = catalog;
        this.reader = reader;
        this.rows = rows;
        this.access = access;
    }

    @Override
    public boolean mayRead(String model, long id) {
        return !readable(model, List.of(id)).isEmpty();
    }

    @Override
    public List<Long> readable(String id, Collection<Long> ids) {
        EntityModel model = catalog.snapshot().model(id);
        if (model == null || ids.isEmpty() || !access.may(Visibility.readPermission(model))) {
            return List.of();
        }
        Set<Long> found = rows.within(model, ids, Visibility.readPermission(model));
        return ids.stream().filter(found::contains).toList();
    }

    @Override
    public boolean whole(String id) {
        EntityModel model = catalog.snapshot().model(id);
        return model != null && access.may(Visibility.readPermission(model)) && !restricted(model);
    }

    @Override
    public boolean restricted(String id) {
        EntityModel model = catalog.snapshot().model(id);
        return model != null && restricted(model);
    }

    private boolean restricted(EntityModel model) {
        Visibility sight = reader.sight();
        return sight.bound(model, Visibility.readPermission(model)) || !sight.plain() && hides(sight, model);
    }

    private static boolean hides(Visibility sight, EntityModel model) {
        return sight.rights().fieldsOf(model.id())
                && model.fields().values().stream().anyMatch(f -> !f.hidden() && !sight.readable(model, f));
    }

    @Override
    public void requireUnrestricted(Collection<String> models) {
        if (reader.sight().plain()) {
            return;
        }
        for (String id : models) {
            EntityModel model = catalog.snapshot().model(id);
            if (model != null && restricted(model)) {
                throw Problem.of(ProblemKind.DENIED, "platform.access.restricted", id);
            }
        }
    }

    @Override
    public VisibleRows rows(String id) {
        EntityModel model = catalog.snapshot().model(id);
        if (model == null) {
            return VisibleRows.ALL;
        }
        return access.may(Visibility.readPermission(model)) ? rows.select(model) : NOTHING;
    }

    @Override
    public boolean hidesFields(String id) {
        EntityModel model = catalog.snapshot().model(id);
        Visibility sight = reader.sight();
        return model != null && !sight.plain() && hides(sight, model);
    }

    @Override
    public FieldRight field(String model, String field) {
        return reader.sight().rights().field(model, field);
    }

    @Override
    public Object visible(String model, String field, Object value) {
        return switch (field(model, field)) {
            case NONE -> null;
            case MASKED -> Masks.of(value);
            default -> value;
        };
    }
}
