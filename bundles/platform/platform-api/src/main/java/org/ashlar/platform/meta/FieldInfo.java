package org.ashlar.platform.meta;

import java.util.List;

/**
 * One field of a model.
 *
 * @param name JSON name
 * @param table table that holds it (the extension's for extension fields)
 * @param column column, {@code null} for lines
 * @param type type
 * @param target model of a reference or of lines, else {@code null}
 * @param options enum constants in order, else empty
 * @param required must be given at creation
 * @param readonly the generic API refuses to write it
 * @param createOnly may be given at creation only
 * @param hidden never leaves the server
 * @param nullable whether the column may be null
 * @param length characters of texts, 0 otherwise
 * @param precision total digits of decimals, 0 otherwise
 * @param scale decimals of decimals, 0 otherwise
 * @param currencyField field with the currency of this amount, or empty
 * @param unitField field with the unit of this amount, or empty
 * @param aggregate default aggregate or empty
 * @param state whether it is the document's state
 * @param extension id of the extending module, {@code null} for the model's own fields
 * @param sealed whether the column is encrypted, so that nobody can filter, sort or group by it
 * @param format what a text holds
 */
public record FieldInfo(String name, String table, String column, FieldType type, String target, List<String> options,
        boolean required, boolean readonly, boolean createOnly, boolean hidden, boolean nullable, int length,
        int precision, int scale, String currencyField, String unitField, String aggregate, boolean state,
        String extension, boolean sealed, TextFormat format) {

    /** A field of plain text or of another type. */
    public FieldInfo(String name, String table, String column, FieldType type, String target, List<String> options,
            boolean required, boolean readonly, boolean createOnly, boolean hidden, boolean nullable, int length,
            int precision, int scale, String currencyField, String unitField, String aggregate, boolean state,
            String extension, boolean sealed) {
        this(name, table, column, type, target, options, required, readonly, createOnly, hidden, nullable, length, precision,
                scale, currencyField, unitField, aggregate, state, extension, sealed, TextFormat.PLAIN);
    }

    /** A field that is not sealed. */
    public FieldInfo(String name, String table, String column, FieldType type, String target, List<String> options,
            boolean required, boolean readonly, boolean createOnly, boolean hidden, boolean nullable, int length,
            int precision, int scale, String currencyField, String unitField, String aggregate, boolean state,
            String extension) {
        this(name, table, column, type, target, options, required, readonly, createOnly, hidden, nullable, length, precision,
                scale, currencyField, unitField, aggregate, state, extension, false);
    }
}
