package org.ashlar.platform.documents.internal.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Amounts in Chinese capitals (大写金额), by the rules for filling in bills and settlement vouchers (中国人民银行《支付结算办法》附件一
 * 正确填写票据和结算凭证的基本规定): 整 after 元 and 角, none after 分; a 零 for each run of zeros between digits, and between 元 and 分
 * when 角 is zero. Without the currency's name in front. Pure.
 */
final class AmountInCapitals {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final BigDecimal LIMIT = new BigDecimal("10000000000000000");
    private static final BigInteger GROUP = BigInteger.valueOf(10_000);

    private AmountInCapitals() {
    }

    /** The amount, rounded half up to 分; plain digits where it has more than 16 before the point. */
    static String of(BigDecimal amount) {
        BigDecimal rounded = amount.abs().setScale(2, RoundingMode.HALF_UP);
        if (rounded.compareTo(LIMIT) >= 0) {
            return amount.toPlainString();
        }
        BigInteger cents = rounded.unscaledValue();
        BigInteger yuan = cents.divide(BigInteger.valueOf(100));
        int jiao = cents.divide(BigInteger.TEN).mod(BigInteger.TEN).intValue();
        int fen = cents.mod(BigInteger.TEN).intValue();
        StringBuilder out = new StringBuilder(amount.signum() < 0 && rounded.signum() > 0 ? "负" : "");
        if (yuan.signum() > 0 || jiao == 0 && fen == 0) {
            out.append(whole(yuan)).append('元');
        }
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append('角');
        } else if (fen > 0 && yuan.signum() > 0) {
            out.append('零');
        }
        return out.append(fen > 0 ? DIGITS.charAt(fen) + "分" : "整").toString();
    }

    private static String whole(BigInteger number) {
        if (number.signum() == 0) {
            return "零";
        }
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int value = number.divide(GROUP.pow(group)).mod(GROUP).intValue();
            if (value == 0) {
                gap = !out.isEmpty();
                // 壹万亿零... : the 亿 of 万亿 is said once, by the group below when it has digits.
                continue;
            }
            if (!out.isEmpty() && (gap || value < 1000)) {
                out.append('零');
            }
            gap = false;
            out.append(fourDigits(value)).append(unit(group, number));
        }
        return out.toString();
    }

    private static String unit(int group, BigInteger number) {
        boolean belowHasDigits = number.divide(GROUP.pow(2)).mod(GROUP).signum() > 0;
        return group == 3 && belowHasDigits ? "万" : GROUPS[group];
    }

    private static String fourDigits(int value) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = value / unit % 10;
            if (digit == 0) {
                gap = !out.isEmpty();
            } else {
                out.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                gap = false;
            }
        }
        return out.toString();
    }
}
