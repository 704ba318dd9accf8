package org.ashlar.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * DS property {@code ashlar.rest.resource=true}: the service is a JAX-RS resource published under {@code /api/v1}, inside
 * sign-in and problem handling. Each method must call {@link org.ashlar.platform.access.Access#require} or carry {@link Permission}:
 * methods with neither annotation {@link Permission} are refused with 403.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RestResource {
    /** Prefix of the property name. */
    String PREFIX_ = "ashlar.";
}
