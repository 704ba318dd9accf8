package org.ashlar.platform.automation.internal.domain;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;

/**
 * Arithmetic over a record's fields ({@code netAmount * 1.13}, {@code IF(total > 1000, "A", "B")}) by EvalEx, and dates
 * relative to today or a date field ({@code today + 30}, {@code orderDate + 2 weeks}). No code, files or network are
 * reachable. Fields may be dotted. An empty field is 0 in a sum.
 */
public final class Formula {

    private static final int MAX = 1000;
    private static final Pattern RELATIVE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*(?:([+-])\\s*(\\d{1,5})\\s*(d|days?|w|weeks?|m|months?|y|years?)?)?");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*(\\s*\\()?");

    /** The one function that can keep a thread busy for hours. */
    private static final Pattern ENDLESS = Pattern.compile("\\bFACT\\s*\\(", Pattern.CASE_INSENSITIVE);

    private Formula() {
    }

    /**
     * The value.
     *
     * @param values gives the value of a path, {@code null} if it is empty
     * @throws Problem RULE {@code platform.automation.formula} with the reason
     */
    public static Object evaluate(String formula, Function<String, Object> values, LocalDate today, ZoneId zone) {
        if (formula.length() > MAX) {
            throw wrong(formula.substring(0, 40), "longer than " + MAX);
        }
        Matcher relative = RELATIVE.matcher(formula.strip());
        if (relative.matches()) {
            Object base = relative.group(1).equals("today") ? today : values.apply(relative.group(1));
            if (base instanceof Instant instant && relative.group(2) != null) {
                base = LocalDate.ofInstant(instant, zone);
            }
            if (base instanceof LocalDate date) {
                return relative.group(2) == null ? date : date.plus(period(relative));
            }
            if (relative.group(2) == null) {
                return base;
            }
        }
        return arithmetic(formula, values);
    }

    private static Period period(Matcher relative) {
        int count = Integer.parseInt(relative.group(3)) * (relative.group(2).equals("-") ? -1 : 1);
        String unit = relative.group(4) == null ? "d" : relative.group(4).substring(0, 1);
        return switch (unit) {
            case "w" -> Period.ofWeeks(count);
            case "m" -> Period.ofMonths(count);
            case "y" -> Period.ofYears(count);
            default -> Period.ofDays(count);
        };
    }

    private static Object arithmetic(String formula, Function<String, Object> values) {
        if (ENDLESS.matcher(formula).find()) {
            throw wrong(formula, "FACT");
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        Matcher words = WORD.matcher(formula);
        StringBuilder plain = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            if (word.startsWith("\"") || words.group(1) != null || reserved(word)) {
                words.appendReplacement(plain, Matcher.quoteReplacement(word));
            } else {
                String name = "v_" + word.replace('.', '_');
                variables.put(name, plain(values.apply(word)));
                words.appendReplacement(plain, name);
            }
        }
        words.appendTail(plain);
        try {
            return result(new Expression(plain.toString()).withValues(variables).evaluate());
        } catch (EvaluationException | ParseException | ArithmeticException | StackOverflowError e) {
            throw wrong(formula, e.getMessage());
        }
    }

    private static boolean reserved(String word) {
        return switch (word.toUpperCase(java.util.Locale.ROOT)) {
            case "TRUE", "FALSE", "NULL", "PI", "E" -> true;
            default -> false;
        };
    }

    private static Object plain(Object value) {
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (value instanceof Map<?, ?> reference) {
            return new BigDecimal(String.valueOf(reference.get("id")));
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object result(EvaluationValue value) {
        if (value.isNumberValue()) {
            return value.getNumberValue();
        }
        return value.isBooleanValue() ? (Object) value.getBooleanValue() : value.isNullValue() ? null : value.getStringValue();
    }

    private static Problem wrong(String formula, String reason) {
        return Problem.rule("assignments", "platform.automation.formula", formula, reason);
    }
}
