package org.ashlar.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Permission that a JAX-RS method needs, checked before it runs. A method without one answers 403. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permission {

    /** Any caller, signed in or not. */
    String PUBLIC = "public";

    /** Any signed-in caller. */
    String SIGNED_IN = "signed-in";

    /** Permission id, {@link #PUBLIC} or {@link #SIGNED_IN}. */
    String value();

    /**
     * Whether the method itself keeps to the caller's record rules and field rights, for example because it reads through
     * {@link org.ashlar.platform.record.Records}. Otherwise callers whose view of the permission's model is restricted are
     * refused.
     */
    boolean restricts() default false;
}
