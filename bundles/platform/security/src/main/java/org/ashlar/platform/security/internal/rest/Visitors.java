package org.ashlar.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import org.ashlar.platform.signin.Visitor;

/** Describes who sends a request. */
final class Visitors {
    private static final int DEVICE = 255;

    private Visitors() {
    }

    /** The visitor behind a request. */
    static Visitor of(HttpServletRequest request) {
        String device = request.getHeader("User-Agent");
        return new Visitor(request.getRemoteAddr(),
                device != null && device.length() > DEVICE ? device.substring(0, DEVICE) : device, request.isSecure(),
                Cookies.read(request));
    }
}
