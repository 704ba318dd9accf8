package org.ashlar.platform.documents.internal.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ashlar.platform.value.Money;
import org.ashlar.platform.value.Rounding;

/** How values look in one language and time zone. Confined to one filling. */
final class Formats {
    private static final int MOST_DECIMALS = 6;
    /** In both languages: Java's Chinese short time is of the twelve hour clock, which no document uses. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Locale locale;
    private final ZoneId zone;
    private final UnaryOperator<String> texts;

    /** @param texts text of a key in that language */
    Formats(Locale locale, ZoneId zone, UnaryOperator<String> texts) {
        this.locale = locale;
        this.zone = zone;
        this.texts = texts;
    }

    /** The value as a text. */
    String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Shown shown) {
            return shown.option() != null ? texts.apply(shown.option()) : text(shown.value(), shown.currency());
        }
        return text(value, null);
    }

    private String text(Object value, String currency) {
        if (value instanceof Money money) {
            return number(money.amount(), money.currency());
        }
        if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
            return number(new BigDecimal(value.toString()), currency);
        }
        if (value instanceof LocalDate date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
        }
        if (value instanceof Instant || value instanceof LocalDateTime) {
            return text(local(value).toLocalDate(), null) + " " + TIME.format(local(value));
        }
        if (value instanceof Boolean bool) {
            return locale.getLanguage().equals("zh") ? bool ? "是" : "否" : bool ? "yes" : "no";
        }
        if (value instanceof Map<?, ?> map) {
            Object label = map.get("label");
            return label == null ? "" : label.toString();
        }
        return value.toString();
    }

    private String number(BigDecimal value, String currency) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        int decimals = MOST_DECIMALS;
        if (known(currency)) {
            decimals = Rounding.decimals(currency);
            format.setMinimumFractionDigits(decimals);
        }
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private static boolean known(String currency) {
        return currency != null && currency.matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(currency));
    }

    /** The value under a suffix; {@code null} if that kind of value has no such suffix. */
    String suffix(Shown shown, String suffix) {
        Object value = shown.value();
        return switch (suffix) {
            case "upper" -> decimal(value) == null ? null : AmountInCapitals.of(decimal(value));
            case "plain" -> decimal(value) == null ? null : plain(decimal(value));
            case "iso" -> value instanceof TemporalAccessor ? value.toString() : null;
            case "date" -> value instanceof TemporalAccessor ? text(local(value).toLocalDate(), null) : null;
            case "time" -> value instanceof LocalDate || !(value instanceof TemporalAccessor) ? null
                    : TIME.format(local(value));
            case "year" -> value instanceof TemporalAccessor ? String.valueOf(local(value).getYear()) : null;
            case "month" -> value instanceof TemporalAccessor ? String.valueOf(local(value).getMonthValue()) : null;
            case "day" -> value instanceof TemporalAccessor ? String.valueOf(local(value).getDayOfMonth()) : null;
            case "code" -> shown.option() != null ? value.toString() : null;
            default -> null;
        };
    }

    private LocalDateTime local(Object value) {
        if (value instanceof Instant instant) {
            return instant.atZone(zone).toLocalDateTime();
        }
        return value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Money money) {
            return money.amount();
        }
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }
}
