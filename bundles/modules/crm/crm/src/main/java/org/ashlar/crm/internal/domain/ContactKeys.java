package org.ashlar.crm.internal.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings phones, e-mail addresses and names to one form, so that the same one is recognised however it was typed. */
public final class ContactKeys {

    /** Fewer digits are an extension. */
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 32;
    /** Shorter names are people's, and many people are called the same. */
    private static final int FEWEST_LETTERS = 4;
    private static final int WITH_COUNTRY = 12;
    private static final String CHINA = "86";
    private static final Pattern EXTENSION = Pattern.compile("(转|分机|ext\\.?|x|#).*$");
    private static final Pattern LEGAL = Pattern.compile(
            "(股份有限公司|有限责任公司|有限公司|公司|co\\.?,? ?ltd\\.?|ltd\\.?|limited|inc\\.?|llc|gmbh|ag|corp\\.?)$");

    private ContactKeys() {
    }

    /** Digits of a phone without country code of China, trunk zero and extension; {@code null} if it has hardly any. */
    public static String phone(String text) {
        if (text == null) {
            return null;
        }
        String digits = EXTENSION.matcher(plain(text)).replaceFirst("").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        if (digits.length() >= WITH_COUNTRY && digits.startsWith(CHINA)) {
            digits = digits.substring(CHINA.length()).replaceFirst("^0+", "");
        }
        return digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS ? null : digits;
    }

    /** An e-mail address in small letters; {@code null} for none. */
    public static String email(String text) {
        String plain = text == null ? "" : plain(text);
        return plain.isEmpty() ? null : plain;
    }

    /** A company's name without blanks, punctuation and legal form; {@code null} if too little is left to tell it by. */
    public static String name(String text) {
        if (text == null) {
            return null;
        }
        String plain = plain(text);
        String key = LEGAL.matcher(plain).replaceFirst("").replaceAll("[^\\p{L}\\p{N}]", "");
        return key.codePointCount(0, key.length()) < FEWEST_LETTERS ? null : key;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
