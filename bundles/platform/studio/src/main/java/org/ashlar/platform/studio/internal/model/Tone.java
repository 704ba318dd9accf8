package org.ashlar.platform.studio.internal.model;

/** Colour of an option or state, by the names that view files use. */
public enum Tone {
    GREY, BLUE, VIOLET, GREEN, AMBER, RED
}
