package org.ashlar.platform.meta;

import java.util.List;
import java.util.Optional;

/**
 * One model.
 *
 * @param id model id
 * @param module owning module
 * @param collection REST collection, empty for line models
 * @param table its table
 * @param entity JPA entity class
 * @param companyScoped whether {@code company_id} scopes it
 * @param label field that stands for the record
 * @param search fields of {@code q}
 * @param sort default sort
 * @param naturalKey fields of the natural key
 * @param creatable generic POST allowed
 * @param updatable generic PATCH allowed
 * @param deletable generic DELETE allowed
 * @param parent on line models: name of the entity's Java field that points to the owner, with column {@code parentColumn}; else {@code null}
 * @param parentColumn on line models: foreign key column to the owner
 * @param parentModel on line models: the owner's model
 * @param fields own and extension fields, {@code id} first, then declaration order, then {@code version, companyId, createdAt, createdBy, changedAt, changedBy}
 * @param actions actions
 * @param portable whether packages carry its records to another installation
 * @param portal path to the party that a record belongs to, {@code *} or empty, see {@link org.ashlar.platform.model.Model#portal}
 */
public record ModelInfo(String id, String module, String collection, String table, Class<?> entity, boolean companyScoped,
        String label, List<String> search, String sort, List<String> naturalKey, boolean creatable, boolean updatable,
        boolean deletable, String parent, String parentColumn, String parentModel, List<FieldInfo> fields,
        List<ActionInfo> actions, boolean portable, String portal) {

    /** A model that partners' users do not see. */
    public ModelInfo(String id, String module, String collection, String table, Class<?> entity, boolean companyScoped,
            String label, List<String> search, String sort, List<String> naturalKey, boolean creatable,
            boolean updatable, boolean deletable, String parent, String parentColumn, String parentModel,
            List<FieldInfo> fields, List<ActionInfo> actions, boolean portable) {
        this(id, module, collection, table, entity, companyScoped, label, search, sort, naturalKey, creatable, updatable,
                deletable, parent, parentColumn, parentModel, fields, actions, portable, "");
    }

    /** A model that packages do not carry. */
    public ModelInfo(String id, String module, String collection, String table, Class<?> entity, boolean companyScoped,
            String label, List<String> search, String sort, List<String> naturalKey, boolean creatable,
            boolean updatable, boolean deletable, String parent, String parentColumn, String parentModel,
            List<FieldInfo> fields, List<ActionInfo> actions) {
        this(id, module, collection, table, entity, companyScoped, label, search, sort, naturalKey, creatable, updatable,
                deletable, parent, parentColumn, parentModel, fields, actions, false, "");
    }

    /** A field by JSON name. */
    public Optional<FieldInfo> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
