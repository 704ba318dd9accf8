package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code List} of line records owned by this one (JPA {@code @OneToMany(mappedBy, cascade=ALL, orphanRemoval=true)}
 * with an ordering column). The line entity is a {@link Model} without a collection; it is written as a nested array.
 * PATCH replaces by id: lines with a known {@code id} are updated, without one are added, the missing ones are removed.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lines {

    /** Model of the lines. */
    String value();
}
