package org.ashlar.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** DS property {@code ashlar.handles}: class name of the event that a {@link DomainEventHandler} reacts to. */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Handles {
    /** Prefix of the property name. */
    String PREFIX_ = "ashlar.";

    /** Event record class. */
    Class<? extends Record> value();
}
