package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An action on one record: {@code POST /api/v1/<module>/<collection>/{id}/<name>}. Carried out by the
 * {@link org.ashlar.platform.record.RecordAction} service registered for the model and action. Text key:
 * {@code action.<model>.<name>}. Permission: {@code <model>.<name>}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Actions.class)
public @interface Action {

    /** Verb, camelCase, for example {@code confirm}. */
    String value();

    /** States in which it is offered; empty: all. The service still checks for itself. */
    String[] from() default {};

    /** Refused with 503 while a module that validates this model is away. */
    boolean posts() default false;

    /** Type of the JSON body, a record with simple components; {@code Void.class}: no body. Described in OpenAPI. */
    Class<?> body() default Void.class;

    /**
     * Its body or its answer carries a secret: the answer is shown once and nothing of it is stored. With an
     * {@code Idempotency-Key} it is refused with 400 {@code platform.idempotency.secret}.
     */
    boolean secret() default false;
}
