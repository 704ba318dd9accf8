package org.ashlar.platform.meta;

import java.util.List;
import java.util.Map;

/**
 * Fields added to a model as data, in a side table with the columns {@code id} (the record's) and {@code company_id}.
 *
 * @param model extended model
 * @param table side table
 * @param fields the fields; {@link FieldInfo#extension()} is {@link #EXTENSION}
 * @param search those of them that {@code q} searches
 * @param defaults values of fields that were not given at creation, as texts
 * @param unique fields whose values are unique in the company
 */
public record DefinedFields(String model, String table, List<FieldInfo> fields, List<String> search,
        Map<String, String> defaults, List<String> unique) {

    /** What {@link FieldInfo#extension()} says of such fields. */
    public static final String EXTENSION = "custom";
}
