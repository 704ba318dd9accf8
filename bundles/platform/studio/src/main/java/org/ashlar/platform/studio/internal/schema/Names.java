package org.ashlar.platform.studio.internal.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of fields, columns and tables that follow from codes. Pure. */
public final class Names {

    /** Module of custom models. */
    public static final String MODULE = "custom";
    /** Column and JSON prefix, so that neither a reserved word nor a field of a later version can collide. */
    private static final String PREFIX = "x_";
    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{0,27}");
    private static final Pattern COLLECTION = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_TABLE = 60;
    private static final Set<String> BUILT_IN = Set.of("id", "name", "number", "state", "position", "owner", "version",
            "companyId", "createdAt", "createdBy", "changedAt", "changedBy", "groups", "bulk", "audit", "flow", "result");

    private Names() {
    }

    /** Whether a code can be a name in JSON, SQL and a path. */
    public static boolean code(String code) {
        return code != null && CODE.matcher(code).matches();
    }

    /** Whether a text can be the last part of a REST path. */
    public static boolean collection(String text) {
        return text != null && text.length() <= LONGEST_TABLE && COLLECTION.matcher(text).matches();
    }

    /** Whether custom models have a field of this name by themselves. */
    public static boolean builtIn(String code) {
        return BUILT_IN.contains(code);
    }

    /** Id of a custom model. */
    public static String model(String code) {
        return MODULE + "." + code;
    }

    /** Code of a custom model by its id, {@code null} for other models. */
    public static String customCode(String model) {
        return model.startsWith(MODULE + ".") ? model.substring(MODULE.length() + 1) : null;
    }

    /** JSON name of a custom field. */
    public static String field(String model, String code) {
        return customCode(model) == null ? PREFIX + code : code;
    }

    /** Its column. */
    public static String column(String code) {
        return PREFIX + snake(code);
    }

    /** Column of the currency that goes with an amount. */
    public static String currencyColumn(String code) {
        return column(code) + "_cur";
    }

    /** Table that holds the fields of a model. */
    public static String table(String model) {
        String code = customCode(model);
        return code == null ? "customx_" + snake(model.replace('.', '_')) : "custom_" + snake(code);
    }

    /** Whether the database takes the name. */
    public static boolean fits(String model) {
        return table(model).length() <= LONGEST_TABLE;
    }

    /** Usual path of a custom model. */
    public static String collectionOf(String code) {
        String dashed = snake(code).replace('_', '-');
        if (dashed.endsWith("y") && dashed.length() > 1 && "aeiou".indexOf(dashed.charAt(dashed.length() - 2)) < 0) {
            return dashed.substring(0, dashed.length() - 1) + "ies";
        }
        return dashed.endsWith("s") || dashed.endsWith("x") || dashed.endsWith("ch") ? dashed + "es" : dashed + "s";
    }

    /** Name of a constraint or index, short enough for any table and column. */
    public static String constraint(String kind, String table, String columns) {
        return kind + "_" + Integer.toHexString(table.hashCode()) + "_" + Integer.toHexString(columns.hashCode());
    }

    private static String snake(String camel) {
        StringBuilder snake = new StringBuilder();
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}
