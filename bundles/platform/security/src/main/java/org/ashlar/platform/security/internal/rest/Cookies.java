package org.ashlar.platform.security.internal.rest;

import java.time.Duration;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.ashlar.platform.security.internal.domain.SessionCookie;

/** The session cookie in requests and answers. */
final class Cookies {
    private Cookies() {
    }

    /** The secret that the browser sent, or {@code null}. */
    static String read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            String name = SessionCookie.name(request.isSecure());
            for (Cookie cookie : request.getCookies()) {
                if (name.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Header value that gives the browser a secret. */
    static String set(HttpServletRequest request, String secret, Duration life) {
        return SessionCookie.header(request.isSecure(), secret, life);
    }

    /** Header value that makes the browser forget. */
    static String clear(HttpServletRequest request) {
        return SessionCookie.header(request.isSecure(), "", Duration.ZERO);
    }
}
