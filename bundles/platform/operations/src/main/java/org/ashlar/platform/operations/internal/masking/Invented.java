package org.ashlar.platform.operations.internal.masking;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ashlar.platform.value.ChineseIds;

/**
 * Values in place of real ones: the same for the same, within one key, and of the same form, so that what was valid stays valid.
 * Without the key, which is thrown away, nobody comes back from them.
 */
final class Invented {

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏章云苏潘葛范彭";
    private static final String GIVEN = "安白晨丹恩芳格禾佳凯兰宁培晴然思彤文欣雅泽知舟子清越朗乔朔言";
    private static final String[] FIRST = {"Alex", "Casey", "Dana", "Eden", "Flynn", "Glenn", "Harper", "Jules", "Kim", "Lee", "Morgan",
            "Noel", "Parker", "Quinn", "Robin", "Sasha", "Taylor", "Val", "Wren", "Yael"};
    private static final String[] LAST = {"Ash", "Birch", "Cedar", "Elm", "Fern", "Hazel", "Ivory", "Juniper", "Linden", "Maple", "Oak",
            "Pine", "Rowan", "Sage", "Teak", "Willow"};
    private static final int HEX = 10;
    private static final int ID_LENGTH = 18;
    private static final int MOBILE_LENGTH = 11;

    private final SecretKeySpec key;

    Invented(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** What takes the place of a value. */
    String of(Kind kind, String value) {
        if (value.isBlank()) {
            return value;
        }
        return switch (kind) {
            case PERSON -> person(value);
            case ORGANISATION -> (han(value) ? "示例单位" : "Sample company ") + number("o" + value).mod(BigInteger.valueOf(90_000_000))
                    .add(BigInteger.valueOf(10_000_000));
            case LOGIN -> "user-" + hex("l" + value.toLowerCase(Locale.ROOT));
            case MAIL -> "m" + hex("m" + value.strip().toLowerCase(Locale.ROOT)) + "@example.com";
            case HANDLE -> "w" + hex("w" + value);
            case PHONE -> phone(value);
            case ID -> id(value);
            case ACCOUNT -> account(value);
            case STREET -> (han(value) ? "示例路" : "Sample street ") + number("s" + value).mod(BigInteger.valueOf(9_000)).add(BigInteger.ONE)
                    + (han(value) ? "号" : "");
            case ANY -> any(value);
            case TEXT, SECRET -> "";
        };
    }

    private String any(String value) {
        String bare = value.strip();
        if (bare.contains("@")) {
            return of(Kind.MAIL, value);
        }
        if (ChineseIds.citizenNumber(bare) || ChineseIds.creditCode(bare)) {
            return id(value);
        }
        return bare.matches("[+0-9 ()/.-]{7,}") ? phone(value) : scrambled(value);
    }

    private String person(String value) {
        BigInteger n = number("p" + value);
        if (!han(value)) {
            return FIRST[n.mod(BigInteger.valueOf(FIRST.length)).intValue()] + " "
                    + LAST[n.shiftRight(16).mod(BigInteger.valueOf(LAST.length)).intValue()] + " " + hex("p" + value).substring(0, 4);
        }
        return "" + pick(SURNAMES, n) + pick(GIVEN, n.shiftRight(16)) + pick(GIVEN, n.shiftRight(32));
    }

    /** The separators and the beginning of a mobile number stay, and the same number is the same however it is written. */
    private String phone(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        boolean china = digits.startsWith("86") && digits.length() == MOBILE_LENGTH + 2;
        String bare = china ? digits.substring(2) : digits;
        boolean mobile = bare.length() == MOBILE_LENGTH && bare.charAt(0) == '1';
        int kept = mobile ? 2 : Math.min(1, bare.length());
        String made = (china ? "86" : "") + bare.substring(0, kept) + digits("t" + bare, bare.length() - kept);
        StringBuilder text = new StringBuilder(value);
        for (int i = 0, at = 0; i < text.length() && at < made.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                text.setCharAt(i, made.charAt(at++));
            }
        }
        return text.toString();
    }

    private String id(String value) {
        String bare = value.strip().toUpperCase(Locale.ROOT);
        if (bare.length() != ID_LENGTH) {
            return scrambled(value);
        }
        BigInteger n = number("i" + bare);
        if (ChineseIds.citizenNumber(bare)) {
            String day = String.format(Locale.ROOT, "%04d%02d%02d", 1950 + n.mod(BigInteger.valueOf(50)).intValue(),
                    1 + n.shiftRight(16).mod(BigInteger.valueOf(12)).intValue(), 1 + n.shiftRight(32).mod(BigInteger.valueOf(28)).intValue());
            String first = "110101" + day + digits("i" + bare, 3);
            return first + ChineseIds.citizenCheck(first);
        }
        if (ChineseIds.creditCode(bare)) {
            String first = bare.substring(0, 2) + "110101" + digits("i" + bare, 9);
            return first + ChineseIds.creditCheck(first);
        }
        return scrambled(value);
    }

    /** A card that passed Luhn's check passes it again. */
    private String account(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        if (digits.length() < 12 || !luhn(digits)) {
            return scrambled(value);
        }
        String made = digits("a" + digits, digits.length() - 1);
        for (char last = '0'; last <= '9'; last++) {
            if (luhn(made + last)) {
                return made + last;
            }
        }
        return made + '0';
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : digit * 2;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** Digit for digit, letter for letter. */
    private String scrambled(String value) {
        byte[] noise = bytes("x" + value);
        StringBuilder text = new StringBuilder(value);
        for (int i = 0; i < text.length(); i++) {
            int n = Byte.toUnsignedInt(noise[i % noise.length]) + i;
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                text.setCharAt(i, GIVEN.charAt(n % GIVEN.length()));
            } else if (Character.isDigit(c)) {
                text.setCharAt(i, (char) ('0' + n % 10));
            } else if (Character.isLetter(c)) {
                text.setCharAt(i, (char) ((Character.isUpperCase(c) ? 'A' : 'a') + n % 26));
            }
        }
        return text.toString();
    }

    private static boolean han(String value) {
        return value.codePoints().anyMatch(Character::isIdeographic);
    }

    private static char pick(String from, BigInteger n) {
        return from.charAt(n.mod(BigInteger.valueOf(from.length())).intValue());
    }

    private String digits(String value, int length) {
        String all = number(value).toString();
        return "0".repeat(Math.max(0, length - all.length())) + all.substring(Math.max(0, all.length() - length));
    }

    private String hex(String value) {
        return HexFormat.of().formatHex(bytes(value)).substring(0, HEX);
    }

    private BigInteger number(String value) {
        return new BigInteger(1, bytes(value));
    }

    private byte[] bytes(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
