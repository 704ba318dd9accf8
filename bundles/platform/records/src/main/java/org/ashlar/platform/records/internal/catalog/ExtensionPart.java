package org.ashlar.platform.records.internal.catalog;

import java.util.Map;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.FieldInfo;

/**
 * Fields that another module adds to a model, in a table of its own.
 *
 * @param module extending module
 * @param unit its persistence unit
 * @param base extended model
 * @param entity JPA entity, {@code null} for fields defined as data
 * @param table table whose {@code id} is the base record's
 * @param fields by outside name, in order
 * @param attributes by outside name
 * @param defined what was defined as data, else {@code null}
 */
public record ExtensionPart(String module, String unit, String base, Class<?> entity, String table,
        Map<String, FieldInfo> fields, Map<String, Attribute> attributes, DefinedFields defined) {
}
