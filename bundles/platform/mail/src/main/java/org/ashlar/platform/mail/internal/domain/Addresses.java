package org.ashlar.platform.mail.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.ashlar.platform.problem.Problem;

/** Mail addresses: {@code a@b.example} or {@code "Name" <a@b.example>}. Pure. */
public final class Addresses {
    private static final int LONGEST = 254;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PLAIN = Pattern.compile("[^\\s<>@\",;:()\\[\\]\\\\]{1,64}@[^\\s<>@\",;:()\\[\\]\\\\]{1,190}");

    private Addresses() {
    }

    /**
     * One address, checked. A line break would smuggle further headers into the mail and is refused with every other wrong
     * character.
     *
     * @param field field to name in the problem
     */
    public static InternetAddress parse(String text, String field) {
        try {
            if (text == null || CONTROL.matcher(text).find()) {
                throw new AddressException("control character");
            }
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length != 1 || all[0].getAddress().length() > LONGEST || !PLAIN.matcher(all[0].getAddress()).matches()) {
                throw new AddressException("not one address");
            }
            return all[0];
        } catch (AddressException e) {
            throw Problem.rule(field, "platform.mail.address", shown(text));
        }
    }

    private static String shown(String text) {
        String clean = text == null ? "" : CONTROL.matcher(text).replaceAll(" ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** Several addresses, each checked. */
    public static List<InternetAddress> parse(List<String> texts, String field) {
        List<InternetAddress> all = new ArrayList<>();
        for (int i = 0; texts != null && i < texts.size(); i++) {
            all.add(parse(texts.get(i), field + "[" + i + "]"));
        }
        return all;
    }

    /** The bare address in lower case. */
    public static String bare(String text, String field) {
        return parse(text, field).getAddress().toLowerCase(Locale.ROOT);
    }
}
