package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refines one persistent Java field of a model. Every field with a JPA {@code @Column} is part of the model even without
 * this annotation; name, type, length, precision and {@code required} (nullable=false) are read from JPA.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {

    /** Set by the module only; the generic API refuses to write it (code {@code platform.field.readonly}). */
    boolean readonly() default false;

    /** May be given at creation and never changed afterwards. */
    boolean createOnly() default false;

    /** Never leaves the server. */
    boolean hidden() default false;

    /**
     * The caller must give it at creation. Only for fields that JPA calls nullable because the module fills them for
     * other ways in; otherwise {@code nullable=false} without a Java default value says the same.
     */
    boolean required() default false;

    /** The module fills it in {@link org.ashlar.platform.record.RecordRules} when the caller leaves it out, though the column is NOT NULL. */
    boolean defaulted() default false;

    /** Name of the field in the same model that holds the ISO 4217 code of this amount; makes it a money field. */
    String currency() default "";

    /** Name of the field in the same model that holds the unit code of this amount; makes it a quantity field. */
    String unit() default "";

    /** Offered as a measure with this aggregate by default ({@code sum}, {@code avg}, {@code min}, {@code max}); empty: none. */
    String aggregate() default "";
}
