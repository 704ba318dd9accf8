package org.ashlar.platform.security.internal.rest;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.ashlar.platform.security.internal.domain.SessionLife;

/** The session cookie. Over HTTPS its name has the {@code __Host-} prefix, which binds it to this host and to HTTPS. */
final class Cookies {
    private static final String PLAIN = "ashlar_session";
    private static final String SECURE = "__Host-ashlar_session";

    private Cookies() {
    }

    /** The secret that the browser sent, or {@code null}. */
    static String read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            String name = name(request);
            for (Cookie cookie : request.getCookies()) {
                if (name.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Header value that gives the browser a secret. */
    static String set(HttpServletRequest request, String secret) {
        return header(request, secret, SessionLife.ABSOLUTE.toSeconds());
    }

    /** Header value that makes the browser forget. */
    static String clear(HttpServletRequest request) {
        return header(request, "", 0);
    }

    private static String header(HttpServletRequest request, String secret, long seconds) {
        return name(request) + "=" + secret + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (request.isSecure() ? "; Secure" : "");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
