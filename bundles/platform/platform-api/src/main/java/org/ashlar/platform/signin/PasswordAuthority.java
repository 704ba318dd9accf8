package org.ashlar.platform.signin;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks passwords of people whose password is not kept here. Asked, by service ranking, for logins that have no password of
 * their own, so that local users keep signing in while it is away. Thread-safe.
 */
@ConsumerType
public interface PasswordAuthority {

    /**
     * The user to whom login and password belong; creates or updates him as its configuration says. Empty: not known here
     * or wrong. The password is never empty.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE if nobody can be asked now
     */
    Optional<Recognised> check(String login, String password);

    /**
     * A recognised user.
     *
     * @param userId user record id
     * @param method for the sign-in log, for example {@code ldap:corp}
     */
    record Recognised(long userId, String method) {
    }
}
