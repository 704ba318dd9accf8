package org.ashlar.platform.security.internal.rest;

import java.util.List;
import java.util.Set;

/**
 * A session. While {@code step} is not {@code null}, only {@code step} and {@code csrf} are given.
 *
 * @param step what is still missing before the session can be used: {@code totp}, {@code totpEnrol} or {@code password}
 * @param csrf value for the header {@code X-Ashlar-CSRF} of every writing request; {@code null} for bearer tokens
 */
public record SessionView(String step, UserView user, CompanyView company, List<CompanyView> companies, String locale,
        String zone, Set<String> grants, String csrf) {

    /** The user as he sees himself. */
    public record UserView(long id, String login, String name, String email) {
    }

    /** A company to work in. */
    public record CompanyView(long id, String code, String name, String currency) {
    }
}
