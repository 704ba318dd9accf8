package org.ashlar.platform.documents.internal.template;

import java.util.Map;

/**
 * A value with what is known about how to show it.
 *
 * @param value number, date, time, or code of an option
 * @param currency ISO 4217 code of an amount, or {@code null}
 * @param option key of the text of an option, or {@code null}
 */
record Shown(Object value, String currency, String option) {

    /** A map that knows how its values are shown. */
    interface Source extends Map<String, Object> {
        /** The value of a name, as a {@link Shown} where there is something to know. */
        Object shown(String name);
    }
}
