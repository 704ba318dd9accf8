package org.ashlar.platform.collaboration.internal.domain;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @login} in a text. */
public final class Mentions {

    /** Logins begin with a letter or digit (see the users' rules); an at sign inside a word is a mail address. */
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9._%+-])@([A-Za-z0-9][A-Za-z0-9._@+-]{0,63})");
    private static final int MOST = 50;

    private Mentions() {
    }

    /** Logins in lower case in the order of the text, at most 50; full stops at the end belong to the sentence. */
    public static Set<String> of(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text == null ? "" : text);
        while (matcher.find() && found.size() < MOST) {
            found.add(matcher.group(1).replaceAll("[.@+-]+$", "").toLowerCase(Locale.ROOT));
        }
        return found;
    }
}
