package org.ashlar.platform.secret;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals secrets that the suite must be able to read again: passwords of other systems, bank accounts, second factors.
 * AES-256-GCM; the key comes from {@code ASHLAR_SECRET_KEY}, else from {@code data/secret.key}, never from the database.
 * What has to be checked only is hashed instead. Thread-safe.
 */
@ProviderType
public interface Secrets {

    /**
     * A sealed form of a text, different at each call, about 4/3 as long plus 60 characters; {@code null} for {@code null}.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE {@code platform.secret.key} if the key cannot be read
     */
    String seal(String plain);

    /**
     * The text of a sealed form; {@code null} for {@code null}.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE {@code platform.secret.key} if it was sealed with another key
     *         or was changed since
     */
    String open(String sealed);

    /** Whether a text looks like a sealed form. */
    boolean sealed(String text);
}
