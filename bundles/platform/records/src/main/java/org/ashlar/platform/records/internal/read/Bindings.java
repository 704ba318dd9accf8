package org.ashlar.platform.records.internal.read;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of one execution of a plan.
 *
 * @param company caller's company
 * @param id record id
 * @param offset rows to skip
 * @param limit rows at most
 * @param values filter and search values
 * @param owners owners of lines
 */
record Bindings(long company, long id, long offset, long limit, Object[] values, long[] owners) {

    /** The same with other values. */
    Bindings with(Object[] others) {
        return new Bindings(company, id, offset, limit, others, owners);
    }

    /** The values in order, as other statements can bind them. */
    List<Object> list(Plan plan) {
        List<Object> all = new ArrayList<>();
        for (String slot : plan.slots()) {
            Object value = slot.charAt(0) == 'c' ? (Object) company : values[Integer.parseInt(slot, 1, slot.length(), 10)];
            all.add(value instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : value);
        }
        return all;
    }

    void apply(PreparedStatement statement, Plan plan) throws SQLException {
        String[] slots = plan.slots();
        for (int i = 0; i < slots.length; i++) {
            String slot = slots[i];
            switch (slot.charAt(0)) {
                case 'c' -> statement.setLong(i + 1, company);
                case 'i' -> statement.setLong(i + 1, id);
                case 'o' -> statement.setLong(i + 1, offset);
                case 'l' -> statement.setLong(i + 1, limit);
                case 'k' -> statement.setLong(i + 1, owners[Integer.parseInt(slot, 1, slot.length(), 10)]);
                default -> Row.bind(statement, i + 1, values[Integer.parseInt(slot, 1, slot.length(), 10)], Types.VARCHAR);
            }
        }
    }
}
