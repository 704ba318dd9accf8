package org.ashlar.platform.automation.internal.domain;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.OrNode;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.problem.Problem;

/**
 * A filter on values in memory, for a record as it was before or as it was when it was deleted: the database does not
 * have those any more. Same syntax and meaning as in lists, for the record's own fields.
 */
public final class Before {

    private static final ComparisonOperator NULL = new ComparisonOperator("=null=");

    private Before() {
    }

    /** Names that a filter uses. */
    public static Set<String> fields(String filter) {
        Set<String> names = new HashSet<>();
        collect(parse(filter), names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof ComparisonNode comparison) {
            names.add(comparison.getSelector());
        } else if (node instanceof cz.jirutka.rsql.parser.ast.LogicalNode logical) {
            logical.getChildren().forEach(n -> collect(n, names));
        }
    }

    /** Whether the values match. References are compared by id. */
    public static boolean matches(String filter, Map<String, Object> values) {
        return matches(parse(filter), values);
    }

    private static Node parse(String filter) {
        Set<ComparisonOperator> operators = new HashSet<>(RSQLOperators.defaultOperators());
        operators.add(NULL);
        try {
            return new RSQLParser(operators).parse(filter);
        } catch (RSQLParserException | StackOverflowError e) {
            throw Problem.rule("wasCondition", "platform.filter.syntax", filter);
        }
    }

    private static boolean matches(Node node, Map<String, Object> values) {
        if (node instanceof AndNode and) {
            return and.getChildren().stream().allMatch(n -> matches(n, values));
        }
        if (node instanceof OrNode or) {
            return or.getChildren().stream().anyMatch(n -> matches(n, values));
        }
        ComparisonNode comparison = (ComparisonNode) node;
        return compare(comparison.getOperator(), own(values.get(comparison.getSelector())), comparison.getArguments());
    }

    private static Object own(Object value) {
        return value instanceof Map<?, ?> reference ? reference.get("id") : value;
    }

    private static boolean compare(ComparisonOperator operator, Object value, List<String> arguments) {
        String argument = arguments.get(0);
        if (operator.equals(NULL)) {
            return (value == null) == argument.equals("true");
        }
        if (operator.equals(RSQLOperators.NOT_EQUAL)) {
            return value == null || !equal(value, argument);
        }
        if (value == null) {
            return false;
        }
        if (operator.equals(RSQLOperators.EQUAL)) {
            return equal(value, argument);
        }
        if (operator.equals(RSQLOperators.IN)) {
            return arguments.stream().anyMatch(a -> equal(value, a));
        }
        if (operator.equals(RSQLOperators.NOT_IN)) {
            return arguments.stream().noneMatch(a -> equal(value, a));
        }
        int order = order(value, argument);
        if (operator.equals(RSQLOperators.LESS_THAN)) {
            return order < 0;
        }
        if (operator.equals(RSQLOperators.LESS_THAN_OR_EQUAL)) {
            return order <= 0;
        }
        return operator.equals(RSQLOperators.GREATER_THAN) ? order > 0 : order >= 0;
    }

    private static boolean equal(Object value, String argument) {
        if (value instanceof String text && argument.indexOf('*') >= 0) {
            StringBuilder pattern = new StringBuilder();
            for (String part : argument.toLowerCase(Locale.ROOT).split("\\*", -1)) {
                pattern.append(pattern.length() == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(part));
            }
            return text.toLowerCase(Locale.ROOT).matches("(?s)" + pattern);
        }
        return order(value, argument) == 0;
    }

    private static int order(Object value, String argument) {
        try {
            if (value instanceof Number) {
                return new BigDecimal(value.toString()).compareTo(new BigDecimal(argument));
            }
            if (value instanceof LocalDate date) {
                return date.compareTo(LocalDate.parse(argument));
            }
            if (value instanceof Instant instant) {
                return instant.compareTo(Instant.parse(argument.length() == 10 ? argument + "T00:00:00Z" : argument));
            }
        } catch (NumberFormatException | java.time.DateTimeException notThatType) {
            return -1;
        }
        return value.toString().compareTo(argument);
    }
}
