package org.ashlar.platform.identity.internal.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is read from the claims of a recognised person. */
public final class Claims {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    private Claims() {
    }

    /** A login as it is stored, if the text can be one. */
    public static Optional<String> login(String text) {
        String login = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
        return LOGIN.matcher(login).matches() ? Optional.of(login) : Optional.empty();
    }

    /**
     * Whether a mail address lies in one of the domains.
     *
     * @param domains separated by blanks or commas; blank: every address, also none
     */
    public static boolean inDomains(String email, String domains) {
        if (domains == null || domains.isBlank()) {
            return true;
        }
        int at = email == null ? -1 : email.lastIndexOf('@');
        String domain = at < 0 ? "" : email.substring(at + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[\\s,;]+")).anyMatch(d -> !d.isEmpty() && d.equals(domain));
    }

    /** A path of our own pages to return to after sign-in; the start page for anything else. */
    public static String target(String path) {
        boolean own = path != null && path.length() <= 500 && path.matches("/[A-Za-z0-9._~/?&=#%+:@!$,;-]*") && !path.startsWith("//");
        return own ? path : "/";
    }
}
