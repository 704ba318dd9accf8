package org.ashlar.platform.studio.internal.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.ashlar.platform.studio.internal.model.FieldKind;

/** What the kinds of fields allow. Pure. */
public final class Kinds {

    /** Digits of decimals. */
    public static final int PRECISION = 19;
    /** Characters of texts unless somebody says otherwise. */
    public static final int TEXT = 255;
    /** Characters of words unless somebody says otherwise. */
    public static final int WORDS = 1_000;
    /** Characters of the longest short text. */
    public static final int LONGEST_TEXT = 4_000;
    /** Characters of long texts, the most that both databases take as a plain column. */
    public static final int LONG_TEXT = 32_000;
    /** Decimals at most. */
    public static final int LARGEST_SCALE = 10;

    private Kinds() {
    }

    /** Whether a text is a value of this kind; of choices, one of the options. */
    public static boolean valid(FieldKind kind, String text, int length, int scale, Collection<String> options) {
        try {
            return switch (kind) {
                case TEXT, LONG_TEXT, RICH_TEXT, TAGS -> text.length() <= length;
                case INTEGER -> Long.toString(Long.parseLong(text)).length() <= PRECISION;
                case REFERENCE, IMAGE -> false;
                case DECIMAL, MONEY -> {
                    BigDecimal number = new BigDecimal(text);
                    yield Math.abs(number.scale()) <= PRECISION && number.stripTrailingZeros().scale() <= scale
                            && number.precision() - number.scale() <= PRECISION - scale;
                }
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case DATE -> LocalDate.parse(text) != null;
                case DATE_TIME -> OffsetDateTime.parse(text) != null;
                case CHOICE -> options.contains(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
