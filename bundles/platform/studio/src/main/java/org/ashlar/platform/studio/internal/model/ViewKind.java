package org.ashlar.platform.studio.internal.model;

/** What a view shows. */
public enum ViewKind {
    LIST, FORM, KANBAN, CALENDAR, PIVOT
}
