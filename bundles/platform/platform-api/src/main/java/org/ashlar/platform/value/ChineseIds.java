package org.ashlar.platform.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Identity numbers of the People's Republic of China: the unified social credit code of organisations (GB 32100-2015,
 * 统一社会信用代码) and the citizen identity number of persons (GB 11643-1999, 公民身份号码).
 */
public final class ChineseIds {

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CREDIT_MODULUS = 31;
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final int LENGTH = 18;

    private ChineseIds() {
    }

    /** Whether the text is a credit code with the right check character. */
    public static boolean creditCode(String text) {
        return text.length() == LENGTH && text.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')
                && text.chars().allMatch(c -> CREDIT_ALPHABET.indexOf(c) >= 0)
                && creditCheck(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
    }

    /** The check character for the first 17 characters of a credit code. */
    public static char creditCheck(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += CREDIT_ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % CREDIT_MODULUS;
        }
        return CREDIT_ALPHABET.charAt((CREDIT_MODULUS - sum % CREDIT_MODULUS) % CREDIT_MODULUS);
    }

    /** Whether the text is a citizen identity number with a real birth date and the right check character. */
    public static boolean citizenNumber(String text) {
        return text.matches("[0-9]{17}[0-9X]") && birthDate(text)
                && citizenCheck(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
    }

    /** The check character for the first 17 digits of a citizen identity number. */
    public static char citizenCheck(String first17) {
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return CITIZEN_CHECKS.charAt(sum % CITIZEN_CHECKS.length());
    }

    private static boolean birthDate(String text) {
        try {
            LocalDate.of(Integer.parseInt(text.substring(6, 10)), Integer.parseInt(text.substring(10, 12)),
                    Integer.parseInt(text.substring(12, 14)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
