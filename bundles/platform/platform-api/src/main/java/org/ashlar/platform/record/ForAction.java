package org.ashlar.platform.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** DS property {@code ashlar.for.action}: the action that a {@link RecordAction} carries out. */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ForAction {
    /** Prefix of the property name. */
    String PREFIX_ = "ashlar.";

    /** Action name. */
    String value();
}
