package org.ashlar.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The event leaves the suite after commit through the outbox, as JSON under this topic. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Outbound {
    /** Topic, for example {@code sales.order.confirmed}. */
    String value();
}
