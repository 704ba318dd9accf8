package org.ashlar.platform.kernel.internal.event;

import java.util.ArrayList;
import java.util.List;

/** Outbound events of one transaction. Confined to its thread. */
final class EventBatch {

    private final List<OutboxRow> unwritten = new ArrayList<>();
    private final List<OutboxRow> committed = new ArrayList<>();

    /** Adds a stored event; tells whether it is the first since the last {@link #takeUnwritten}. */
    boolean addDurable(OutboxRow row) {
        unwritten.add(row);
        return unwritten.size() == 1;
    }

    void addVolatile(OutboxRow row) {
        committed.add(row);
    }

    List<OutboxRow> takeUnwritten() {
        List<OutboxRow> rows = List.copyOf(unwritten);
        unwritten.clear();
        return rows;
    }

    void written(List<OutboxRow> rows) {
        committed.addAll(rows);
    }

    List<OutboxRow> committed() {
        return committed;
    }
}
