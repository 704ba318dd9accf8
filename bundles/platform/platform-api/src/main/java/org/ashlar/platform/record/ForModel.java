package org.ashlar.platform.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** DS property {@code ashlar.for.model}: the model that a {@link RecordRules}, {@link RecordAction} or check serves. */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ForModel {
    /** Prefix of the property name. */
    String PREFIX_ = "ashlar.";

    /** Model id. */
    String value();
}
