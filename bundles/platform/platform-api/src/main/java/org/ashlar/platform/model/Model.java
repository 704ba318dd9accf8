package org.ashlar.platform.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JPA entity as a model: it gets a REST collection, OpenAPI, search, sort, filter, groups, import, audit and
 * permissions ({@code <id>.read}, {@code .create}, {@code .update}, {@code .delete} and one per {@link Action}).
 * Texts come from the module's message bundle by convention: {@code model.<id>} for the title and
 * {@code field.<id>.<field>} for each field.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Model {

    /** {@code <module>.<name>}, for example {@code sales.order}; camelCase name. */
    String value();

    /** REST collection under {@code /api/v1/<module>/}, lower case with dashes, for example {@code orders}. Empty for line models. */
    String collection() default "";

    /** Field that stands for the record in references, for example {@code number} or {@code name}. */
    String label();

    /** Fields searched by {@code q}. */
    String[] search() default {};

    /** Default sort, REST syntax, for example {@code -date,number}. */
    String sort() default "-id";

    /** Fields that together are unique inside a company and serve imports as a natural key, for example {@code code}. */
    String[] naturalKey() default {};

    /** Whether rows belong to one company (column {@code company_id} is then woven into each read and write). */
    boolean companyScoped() default true;

    /** Whether the generic POST may create records. */
    boolean creatable() default true;

    /** Whether the generic PATCH may change records (state rules of the module still apply). */
    boolean updatable() default true;

    /** Whether the generic DELETE may delete records (state rules of the module still apply). */
    boolean deletable() default true;

    /**
     * Whether its records are configuration that a package carries to another installation. Needs a {@link #naturalKey};
     * references travel by the natural key of the record they point to.
     */
    boolean portable() default false;

    /**
     * For users of partners (portal): the field, dotted along references, that holds the party to which a record belongs,
     * perhaps followed by {@code ;} and a filter that it must meet as well, for example {@code party;state!=DRAFT};
     * {@code *} if such users may see every record. Empty: they see none. They need the permission as well. Lines follow
     * their owner.
     */
    String portal() default "";
}
