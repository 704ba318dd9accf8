package org.ashlar.platform.records.internal.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordRights;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.access.RowRules;

/** Rights that a test puts together; each object is its own kind of caller. */
public final class TestRights implements RecordRights {

    private final Map<String, List<List<RowRule>>> rows = new HashMap<>();
    private final Map<String, FieldRight> fields = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    public boolean portal;

    /** Records of the model must meet one of these. */
    public TestRights rows(String model, RowRule... any) {
        rows.computeIfAbsent(model, k -> new ArrayList<>()).add(List.of(any));
        return this;
    }

    public TestRights field(String path, FieldRight right) {
        fields.put(path, right);
        return this;
    }

    public TestRights value(String placeholder, String value) {
        values.put(placeholder, value);
        return this;
    }

    @Override
    public boolean plain() {
        return rows.isEmpty() && fields.isEmpty() && !portal;
    }

    @Override
    public String signature() {
        return plain() ? "" : Integer.toString(System.identityHashCode(this));
    }

    @Override
    public RowRules rows(String model, String permission) {
        return new RowRules(rows.getOrDefault(model, List.of()));
    }

    @Override
    public FieldRight field(String model, String field) {
        return fields.getOrDefault(model + "." + field, FieldRight.WRITE);
    }

    @Override
    public boolean fieldsOf(String model) {
        return fields.keySet().stream().anyMatch(f -> f.startsWith(model + "."));
    }

    @Override
    public boolean portal() {
        return portal;
    }

    @Override
    public String value(String text) {
        return values.getOrDefault(text, text);
    }
}
