package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds fields to a model of another module. The annotated JPA entity extends {@link ExtensionEntity}, lives in a table of
 * its own whose primary key is the base record's id, and its fields appear in REST, filter, import and OpenAPI of the
 * base model as {@code <module>_<field>} with dashes of the module id as underscores. Gone while the bundle is away; data kept.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Extends {

    /** The extended model, for example {@code masters.party}. */
    String value();
}
