package org.ashlar.platform.records.internal.view;

import java.util.Locale;
import java.util.Map;

/** The tone of a state by its name, as most people would colour it; a view file may say otherwise. */
final class Tones {
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("DRAFT", "grey"), Map.entry("NEW", "grey"), Map.entry("NONE", "grey"), Map.entry("CANCELLED", "grey"),
            Map.entry("CLOSED", "grey"), Map.entry("ARCHIVED", "grey"), Map.entry("INACTIVE", "grey"),
            Map.entry("EXPIRED", "grey"), Map.entry("WITHDRAWN", "grey"),
            Map.entry("SENT", "blue"), Map.entry("OPEN", "blue"), Map.entry("READY", "blue"), Map.entry("QUEUED", "blue"),
            Map.entry("PLANNED", "blue"), Map.entry("REQUESTED", "blue"), Map.entry("SUBMITTED", "blue"),
            Map.entry("CONFIRMED", "violet"), Map.entry("APPROVED", "green"), Map.entry("RUNNING", "violet"),
            Map.entry("PROPOSED", "violet"), Map.entry("IN_PROGRESS", "violet"), Map.entry("STARTED", "violet"),
            Map.entry("PARTLY", "amber"), Map.entry("PENDING", "amber"), Map.entry("WAITING", "amber"),
            Map.entry("SOFT_LOCKED", "amber"), Map.entry("COUNTING", "amber"), Map.entry("RETRY", "amber"),
            Map.entry("OVERDUE", "red"), Map.entry("FAILED", "red"), Map.entry("REJECTED", "red"),
            Map.entry("LOST", "red"), Map.entry("BLOCKED", "red"), Map.entry("DEAD", "red"),
            Map.entry("DONE", "green"), Map.entry("POSTED", "green"), Map.entry("PAID", "green"),
            Map.entry("FULLY", "green"), Map.entry("ACTIVE", "green"), Map.entry("COMPLETED", "green"),
            Map.entry("SUCCEEDED", "green"), Map.entry("DELIVERED", "green"), Map.entry("WON", "green"),
            Map.entry("LOCKED", "violet"), Map.entry("REVERSED", "grey"));

    private Tones() {
    }

    /** The tone or {@code null} if the name says nothing. */
    static String of(String option) {
        return BY_NAME.get(option.toUpperCase(Locale.ROOT));
    }
}
