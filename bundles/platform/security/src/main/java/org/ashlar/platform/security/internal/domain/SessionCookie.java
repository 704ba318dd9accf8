package org.ashlar.platform.security.internal.domain;

import java.time.Duration;

/** The session cookie. Over HTTPS its name has the {@code __Host-} prefix, which binds it to this host and to HTTPS. */
public final class SessionCookie {
    private static final String PLAIN = "ashlar_session";
    private static final String SECURE = "__Host-ashlar_session";

    private SessionCookie() {
    }

    /** Its name. */
    public static String name(boolean secure) {
        return secure ? SECURE : PLAIN;
    }

    /** Header value that gives the browser a secret, or with an empty one makes it forget. */
    public static String header(boolean secure, String secret, Duration life) {
        return name(secure) + "=" + secret + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
