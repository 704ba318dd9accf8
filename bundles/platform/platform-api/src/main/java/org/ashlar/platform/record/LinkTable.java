package org.ashlar.platform.record;

/**
 * Columns of a table that say which document came from which, so that no link has to be written for them. The table has a
 * column {@code company_id}, and both id columns are indexed or few.
 *
 * @param table table
 * @param fromModel model of the earlier document; {@code null} if {@code fromModelColumn} names it
 * @param fromModelColumn column with the model of the earlier document, or {@code null}
 * @param fromIdColumn column with its id; NULL where there is none
 * @param toModel model of the later document
 * @param toIdColumn column with its id
 */
public record LinkTable(String table, String fromModel, String fromModelColumn, String fromIdColumn, String toModel,
        String toIdColumn) {

    /** A document's own table with the columns {@code source_model} and {@code source_id}. */
    public static LinkTable bySource(String table, String model) {
        return new LinkTable(table, null, "source_model", "source_id", model, "id");
    }

    /** A table that relates two models. */
    public static LinkTable between(String table, String fromModel, String fromIdColumn, String toModel, String toIdColumn) {
        return new LinkTable(table, fromModel, null, fromIdColumn, toModel, toIdColumn);
    }
}
