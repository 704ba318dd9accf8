package org.ashlar.platform.security.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that everybody tries first: a list of words, each also with digits and signs around it, with the usual
 * look-alikes ({@code p@ssw0rd}), repeated, or next to another such word; and runs along the keyboard or the alphabet.
 */
final class CommonPasswords {
    private static final Set<String> WORDS = read();
    private static final String[] RUNS = {"01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl",
        "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "147258369", "1q2w3e4r5t6y7u8i9o0p"};
    private static final int RUN = 4;
    private static final int LEFT = 2;
    private static final int LONGEST = 64;
    private static final int LONGEST_WORD = 20;

    private CommonPasswords() {
    }

    /**
     * Whether a password is one of them.
     *
     * @param password in lower case
     * @param login login of its owner in lower case; as weak as a word of the list
     */
    static boolean contains(String password, String login) {
        if (WORDS.contains(password)) {
            return true;
        }
        return password.length() <= LONGEST && (left(strip(words(password, password, login))) <= LEFT
                || left(strip(words(plain(password), password, login))) <= LEFT);
    }

    /** How much remains that is not easily guessed: characters outside of runs and repetitions. */
    private static int left(String text) {
        String rest = text;
        for (String run : RUNS) {
            for (int length = Math.min(run.length(), rest.length()); length >= RUN; length--) {
                for (int from = 0; from + length <= run.length(); from++) {
                    String part = run.substring(from, from + length);
                    rest = rest.replace(part, "").replace(new StringBuilder(part).reverse(), "");
                }
            }
        }
        return (int) rest.chars().distinct().count();
    }

    /** The text without the parts in which the view of it shows a word of the list or the login. */
    private static String words(String view, String text, String login) {
        int at = login.length() > 2 ? view.indexOf(login) : -1;
        if (at >= 0) {
            return words(without(view, at, login.length()), without(text, at, login.length()), "");
        }
        for (int length = Math.min(LONGEST_WORD, view.length()); length >= RUN; length--) {
            for (int from = 0; from + length <= view.length(); from++) {
                if (WORDS.contains(view.substring(from, from + length))) {
                    return words(without(view, from, length), without(text, from, length), "");
                }
            }
        }
        return text;
    }

    private static String without(String text, int from, int length) {
        return text.substring(0, from) + text.substring(from + length);
    }

    /** Without digits and signs at both ends. */
    private static String strip(String text) {
        return text.replaceAll("^[^\\p{L}]{0,6}", "").replaceAll("[^\\p{L}]{0,6}$", "");
    }


    private static String plain(String text) {
        return text.replace('@', 'a').replace('4', 'a').replace('3', 'e').replace('1', 'i').replace('!', 'i').replace('0', 'o')
                .replace('$', 's').replace('5', 's').replace('7', 't');
    }

    private static Set<String> read() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().flatMap(line -> java.util.Arrays.stream(line.trim().split("\\s+"))).filter(w -> w.length() >= 4)
                    .map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
