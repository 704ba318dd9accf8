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

    /**
     * Whether the event is written to the outbox. Frequent events that nobody must receive after a crash say
     * {@code false}: they go to EventAdmin from memory after commit, at most once, and cost no statement.
     */
    boolean durable() default true;
}
