package org.ashlar.platform.records.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.sql.Database;

/**
 * Keeps records that fields defined as data point to from being deleted. There is no foreign key, because a module that
 * is removed must not be held by what somebody defined upon it. One statement per such field, none without.
 */
final class DefinedReferences {

    private DefinedReferences() {
    }

    /** A column that points to a model. */
    private record Pointing(String model, FieldInfo field) {
    }

    /** Refuses with 409 {@code platform.custom.referred} if a record still points to this one. */
    static void requireNone(Snapshot snapshot, Database database, String model, long id) {
        for (Pointing pointing : pointing(snapshot, model)) {
            String sql = "select id from " + pointing.field().table() + " where " + pointing.field().column()
                    + " = ? and id <> ? fetch first 1 rows only";
            boolean found = database.any(connection -> {
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setLong(1, id);
                    select.setLong(2, id);
                    try (ResultSet rows = select.executeQuery()) {
                        return rows.next();
                    }
                }
            });
            if (found) {
                throw Problem.of(ProblemKind.CONFLICT, "platform.custom.referred", pointing.model(), pointing.field().name());
            }
        }
    }

    private static List<Pointing> pointing(Snapshot snapshot, String target) {
        List<Pointing> found = new ArrayList<>();
        for (EntityModel model : snapshot.models()) {
            if (model.defined() != null) {
                add(found, model.id(), model.info().fields(), target);
            }
            for (ExtensionPart part : model.extensions()) {
                if (part.defined() != null) {
                    add(found, model.id(), part.defined().fields(), target);
                }
            }
        }
        return found;
    }

    private static void add(List<Pointing> found, String model, List<FieldInfo> fields, String target) {
        fields.stream().filter(f -> f.type() == FieldType.REF && target.equals(f.target()))
                .forEach(f -> found.add(new Pointing(model, f)));
    }
}
