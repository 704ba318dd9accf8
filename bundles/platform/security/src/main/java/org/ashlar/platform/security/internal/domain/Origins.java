package org.ashlar.platform.security.internal.domain;

import java.util.Locale;
import java.util.Set;

/** The rules that keep other sites from using a browser's session. */
public final class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Origins() {
    }

    /** Whether a method only reads. */
    public static boolean safe(String method) {
        return SAFE.contains(method);
    }

    /**
     * Whether a request comes from our own pages.
     *
     * @param origin the {@code Origin} header, {@code null} if the client is no browser or sends none
     * @param scheme scheme of the request
     * @param host the {@code Host} header, with the port where it is not the scheme's
     */
    public static boolean same(String origin, String scheme, String host) {
        if (origin == null) {
            return true;
        }
        return host != null && plain(origin).equals(plain(scheme + "://" + host));
    }

    private static String plain(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") && lower.endsWith(":80")) {
            return lower.substring(0, lower.length() - 3);
        }
        if (lower.startsWith("https://") && lower.endsWith(":443")) {
            return lower.substring(0, lower.length() - 4);
        }
        return lower;
    }
}
