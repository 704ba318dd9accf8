package org.ashlar.platform.outbox;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Things that leave the suite and need not be kept for ever, registered as a service. Every night those that left are deleted
 * after the days of a setting of their company, those that ended without success after four times as many, those that wait
 * never. The rows that hang on them go by their foreign keys.
 */
@ConsumerType
public interface Departed {

    /** The setting with the days; 0: for ever. */
    String SETTING = "outbox.days";

    /** Their model, of one company each. */
    String model();

    /** SQL condition on the table's columns: which of them left and are not needed any more. */
    String left();

    /** Column that says when one left. */
    String leftAt();

    /** SQL condition on the table's columns: which of them ended without success; counted from their last change. */
    String lost();

    /** The setting with the days. */
    default String setting() {
        return SETTING;
    }

    /** Days without that setting. */
    default int days() {
        return 180;
    }
}
