package org.ashlar.platform.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Lets in people whom another authority has recognised. Sign-in log, lock-out, allowed addresses and second step apply. Thread-safe. */
@ProviderType
public interface SignIns {

    /**
     * Begins a session.
     *
     * @param userId an active user
     * @param method how he was recognised, for the sign-in log, for example {@code oidc:corp}
     * @param strong whether the authority has asked for a second factor already, so that none is asked for here
     * @throws org.ashlar.platform.problem.Problem UNAUTHENTICATED, DENIED or TOO_MANY as at any sign-in
     */
    Began begin(long userId, String method, boolean strong, Visitor visitor);

    /** Writes a refused attempt to the sign-in log. */
    void refused(String login, String method, String reason, Visitor visitor);

    /** The user that an authority knows under this subject, if he has signed in through it before. */
    Optional<Long> known(String authority, String subject);

    /** Remembers under which subject an authority knows a user. */
    void link(String authority, String subject, long userId);

    /**
     * Creates a user who has no password here.
     *
     * @param company company of the roles, {@code null} for all companies
     * @return his id
     */
    long create(String login, String name, String email, Set<String> roles, Long company);

    /** Gives and takes roles so that, of the roles in the map, the user has exactly those that are {@code true} for the company. */
    void align(long userId, Map<String, Boolean> roles, Long company);

    /**
     * Refuses callers who do not hold every right in every company: who decides how people are recognised can become anybody.
     *
     * @throws org.ashlar.platform.problem.Problem DENIED {@code platform.access.everything}
     */
    void requireEverything();

    /** Codes of the roles that there are. */
    Set<String> roles();

    /**
     * A session that has begun.
     *
     * @param cookie value of the header {@code Set-Cookie}
     * @param step what is still missing ({@code totp}, {@code totpEnrol}), {@code null} if the session can be used
     */
    record Began(String cookie, String step) {
        /** Never shows the cookie. */
        @Override
        public String toString() {
            return "Began[" + step + "]";
        }
    }
}
