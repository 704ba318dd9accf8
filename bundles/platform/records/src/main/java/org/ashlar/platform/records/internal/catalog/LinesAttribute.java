package org.ashlar.platform.records.internal.catalog;

/**
 * A collection of lines.
 *
 * @param name field of the owner
 * @param lineModel model of the lines
 * @param lineEntity their entity class
 * @param attribute the owner's Java field
 * @param orderBy field of the line that orders them, {@code id} if none is declared
 */
public record LinesAttribute(String name, String lineModel, Class<?> lineEntity, Attribute attribute, String orderBy) {
}
