package org.ashlar.platform.records.internal.read;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

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
