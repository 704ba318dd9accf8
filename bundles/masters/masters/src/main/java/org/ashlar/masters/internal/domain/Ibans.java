package org.ashlar.masters.internal.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** International bank account numbers (ISO 13616, check digits by ISO 7064 mod 97-10). */
public final class Ibans {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int MODULUS = 97;

    private Ibans() {
    }

    /** Upper case without spaces, as IBANs are stored. */
    public static String compact(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a compact text has the shape of an IBAN, which domestic account numbers of other countries have not. */
    public static boolean looksLike(String compact) {
        return SHAPE.matcher(compact).matches();
    }

    /** Whether a compact text that looks like an IBAN has the right check digits. */
    public static boolean valid(String compact) {
        String turned = compact.substring(4) + compact.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int digit = Character.digit(turned.charAt(i), 36);
            rest = (rest * (digit > 9 ? 100 : 10) + digit) % MODULUS;
        }
        return rest == 1;
    }
}
