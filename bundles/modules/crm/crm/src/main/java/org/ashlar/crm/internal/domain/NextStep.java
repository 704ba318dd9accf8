package org.ashlar.crm.internal.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is to be done next.
 *
 * @param date by when, {@code null}: nothing is planned
 * @param text what
 */
public record NextStep(LocalDate date, String text) {

    /** Whether a contact is later than the last one known; notes written offline may arrive late. */
    public static boolean newest(Instant contact, Instant last) {
        return last == null || contact.isAfter(last);
    }

    /** What is planned after a contact: what was agreed on, else what is planned for later; what was due is done. */
    public static NextStep after(LocalDate day, NextStep planned, NextStep agreed) {
        if (agreed.date() != null) {
            return agreed;
        }
        return planned.date() == null || planned.date().isAfter(day) ? planned : new NextStep(null, null);
    }
}
