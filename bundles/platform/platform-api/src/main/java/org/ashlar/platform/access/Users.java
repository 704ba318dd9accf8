package org.ashlar.platform.access;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The people and programs that may sign in, from memory. Needs no permission, so answers only names. Thread-safe. */
@ProviderType
public interface Users {

    /** A user by id, also one that is not active any more. */
    Optional<User> find(long id);

    /** A user by login. */
    Optional<User> find(String login);

    /**
     * A user.
     *
     * @param id record id
     * @param login login name
     * @param name full name
     * @param email mail address or {@code null}
     * @param locale language
     * @param active whether sign-in is allowed
     */
    record User(long id, String login, String name, String email, Locale locale, boolean active) {
    }
}
