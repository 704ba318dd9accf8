package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code Long} field that holds the id of a record of another model, possibly of another module. Reads may follow it
 * ({@code fields=party.name}); writes check that the record exists and belongs to the caller's company. Rows answer
 * references as {@code {"id": 7, "label": "..."}} when the field is asked for by its plain name; writes take the id, or
 * an object with {@code id}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ref {

    /** The model referred to. If its module is not installed the field answers the bare id and label {@code null}. */
    String value();
}
