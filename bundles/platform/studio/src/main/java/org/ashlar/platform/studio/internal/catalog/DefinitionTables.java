package org.ashlar.platform.studio.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ashlar.platform.studio.internal.catalog.Definition.Everything;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Label;
import org.ashlar.platform.studio.internal.catalog.Definition.Model;
import org.ashlar.platform.studio.internal.catalog.Definition.Option;
import org.ashlar.platform.studio.internal.catalog.Definition.View;
import org.ashlar.platform.studio.internal.model.FieldKind;

/** Reads definitions by SQL, because they are needed while the records engine itself is being told about them. */
final class DefinitionTables {

    private static final String STAMP = "select count(*), coalesce(sum(cast(version as bigint)), 0), coalesce(max(id), 0) from ";
    private static final List<String> WATCHED = List.of("platform_custom_field", "platform_custom_model", "platform_view");

    private final DataSource source;

    DefinitionTables(DataSource source) {
        this.source = source;
    }

    /** How a row becomes an object. */
    @FunctionalInterface
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Whether no other node can define anything, because the database lives in this process. */
    boolean embedded() {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().contains("Derby");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Changes whenever something is defined, on any node. */
    String stamp() throws SQLException {
        StringBuilder stamp = new StringBuilder();
        try (Connection connection = source.getConnection()) {
            for (String table : WATCHED) {
                list(connection, STAMP + table, r -> stamp.append(r.getLong(1)).append('.').append(r.getLong(2))
                        .append('.').append(r.getLong(3)).append(' '));
            }
        }
        return stamp.toString();
    }

    Everything read() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<Long, List<Option>> options = children(connection, "select field_id, option_value, label_en, label_zh, tone,"
                    + " false, '', '' from platform_custom_option order by field_id, line_no, id");
            Map<Long, List<Option>> states = children(connection, "select model_ref, code, label_en, label_zh, tone,"
                    + " is_locked, '', '' from platform_custom_state order by model_ref, line_no, id");
            Map<Long, List<Option>> transitions = children(connection, "select model_ref, code, label_en, label_zh, '',"
                    + " false, from_states, to_state from platform_custom_transition order by model_ref, line_no, id");
            List<Field> fields = list(connection, "select id, model_id, code, field_name, kind, label_en, label_zh, help_en,"
                    + " help_zh, text_length, decimal_scale, currency_field, target_model, is_required, is_unique,"
                    + " is_searchable, default_value, tab_title, group_title, in_list, line_no, active from platform_custom_field"
                    + " order by model_id, line_no, id", r -> field(r, options));
            List<Model> models = list(connection, "select id, code, collection_name, label_en, label_zh, icon, label_field,"
                    + " sort_order, natural_key, is_company_scoped, number_pattern, parent_code, lines_field, in_menu,"
                    + " active from platform_custom_model order by code", r -> model(r, states, transitions));
            List<View> views = list(connection, "select id, code, model_id, kind, role_code, for_company, priority, definition"
                    + " from platform_view where active = true order by priority, code", DefinitionTables::view);
            return new Everything(models, fields, views);
        }
    }

    private static Field field(ResultSet r, Map<Long, List<Option>> options) throws SQLException {
        return new Field(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), FieldKind.valueOf(r.getString(5)),
                new Label(r.getString(6), r.getString(7)), new Label(r.getString(8), r.getString(9)), r.getInt(10),
                r.getInt(11), r.getString(12), r.getString(13), r.getBoolean(14), r.getBoolean(15), r.getBoolean(16),
                r.getString(17), r.getString(18), r.getString(19), r.getBoolean(20), r.getInt(21), r.getBoolean(22),
                options.getOrDefault(r.getLong(1), List.of()));
    }

    private static Model model(ResultSet r, Map<Long, List<Option>> states, Map<Long, List<Option>> transitions)
            throws SQLException {
        long id = r.getLong(1);
        return new Model(id, r.getString(2), r.getString(3), new Label(r.getString(4), r.getString(5)), r.getString(6),
                r.getString(7), r.getString(8), split(r.getString(9)), r.getBoolean(10), r.getString(11), r.getString(12),
                r.getString(13), r.getBoolean(14), r.getBoolean(15), states.getOrDefault(id, List.of()),
                transitions.getOrDefault(id, List.of()));
    }

    private static View view(ResultSet r) throws SQLException {
        long company = r.getLong(6);
        Long only = r.wasNull() ? null : company;
        return new View(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), only, r.getInt(7),
                r.getString(8));
    }

    private static Map<Long, List<Option>> children(Connection connection, String sql) throws SQLException {
        Map<Long, List<Option>> byOwner = new HashMap<>();
        list(connection, sql, r -> byOwner.computeIfAbsent(r.getLong(1), k -> new ArrayList<>())
                .add(new Option(r.getString(2), new Label(r.getString(3), r.getString(4)), r.getString(5), r.getBoolean(6),
                        split(r.getString(7)), r.getString(8))));
        return byOwner;
    }

    private static <T> List<T> list(Connection connection, String sql, Mapper<T> mapper) throws SQLException {
        List<T> list = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                list.add(mapper.map(rows));
            }
        }
        return list;
    }

    /** Words of a list in one text. */
    static List<String> split(String text) {
        return text == null || text.isBlank() ? List.of()
                : Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
    }
}
