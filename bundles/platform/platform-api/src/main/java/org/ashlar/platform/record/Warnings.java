package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a caller should know about a write that is carried out nevertheless. The answer over REST carries it as
 * {@code warnings}: a list of {@code field}, {@code code} and {@code message}. Thread-safe.
 */
@ProviderType
public interface Warnings {

    /**
     * Warns in the running transaction; without one, or when nobody reads the answer, nothing happens.
     *
     * @param field field it is about, or {@code null}
     * @param code message key
     * @param args arguments of the message
     */
    void add(String field, String code, Object... args);
}
