package org.ashlar.platform.records.internal.read;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.OrNode;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.read.Filter.Compare;
import org.ashlar.platform.records.internal.read.Filter.Operator;

/** Parses RSQL. Thread-safe. */
public final class FilterParser {

    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_COMPARISONS = 100;
    private static final int MAX_VALUES = 1_000;
    private static final ComparisonOperator NULL = new ComparisonOperator("=null=");
    private static final Map<ComparisonOperator, Operator> OPERATORS = Map.of(RSQLOperators.EQUAL, Operator.EQ,
            RSQLOperators.NOT_EQUAL, Operator.NE, RSQLOperators.LESS_THAN, Operator.LT, RSQLOperators.LESS_THAN_OR_EQUAL,
            Operator.LE, RSQLOperators.GREATER_THAN, Operator.GT, RSQLOperators.GREATER_THAN_OR_EQUAL, Operator.GE,
            RSQLOperators.IN, Operator.IN, RSQLOperators.NOT_IN, Operator.OUT, NULL, Operator.IS_NULL);

    private FilterParser() {
    }

    /**
     * The filter.
     *
     * @return {@code null} for an empty text
     * @throws Problem BAD_REQUEST {@code platform.filter.syntax}
     */
    public static Filter parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_LENGTH) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.filter.tooLong", MAX_LENGTH);
        }
        try {
            int[] comparisons = {0};
            return convert(new RSQLParser(Set.copyOf(OPERATORS.keySet())).parse(text), comparisons);
        } catch (RSQLParserException | StackOverflowError e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.filter.syntax", text);
        }
    }

    private static Filter convert(Node node, int[] comparisons) {
        if (node instanceof AndNode and) {
            return new Filter.And(children(and.getChildren(), comparisons));
        }
        if (node instanceof OrNode or) {
            return new Filter.Or(children(or.getChildren(), comparisons));
        }
        if (++comparisons[0] > MAX_COMPARISONS) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.filter.tooMany", MAX_COMPARISONS);
        }
        return compare((ComparisonNode) node);
    }

    private static List<Filter> children(List<Node> nodes, int[] comparisons) {
        List<Filter> parts = new ArrayList<>(nodes.size());
        nodes.forEach(n -> parts.add(convert(n, comparisons)));
        return parts;
    }

    private static Compare compare(ComparisonNode node) {
        Operator operator = OPERATORS.get(node.getOperator());
        List<String> values = node.getArguments();
        String path = node.getSelector();
        switch (operator) {
            case IN, OUT -> {
                if (values.size() > MAX_VALUES) {
                    throw Problem.of(ProblemKind.BAD_REQUEST, "platform.filter.tooMany", MAX_VALUES);
                }
                return new Compare(path, operator, padded(values));
            }
            case IS_NULL -> {
                String value = values.get(0);
                if (!value.equals("true") && !value.equals("false")) {
                    throw ReadProblems.value("filter", "platform.value.boolean", value);
                }
                return new Compare(path, value.equals("true") ? Operator.IS_NULL : Operator.NOT_NULL, List.of());
            }
            case EQ, NE -> {
                if (values.get(0).indexOf('*') >= 0) {
                    return new Compare(path, operator == Operator.EQ ? Operator.LIKE : Operator.NOT_LIKE, values);
                }
                return new Compare(path, operator, values);
            }
            default -> {
                return new Compare(path, operator, values);
            }
        }
    }

    /** Lists of 1, 2, 4, 8 and so on values, the last one repeated, so that few different statements arise. */
    static List<String> padded(List<String> values) {
        int size = Integer.highestOneBit(Math.max(1, values.size()));
        if (size < values.size()) {
            size <<= 1;
        }
        List<String> padded = new ArrayList<>(values);
        while (padded.size() < size) {
            padded.add(values.get(values.size() - 1));
        }
        return padded;
    }
}
