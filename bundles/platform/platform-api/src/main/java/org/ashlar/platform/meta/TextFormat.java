package org.ashlar.platform.meta;

/** What a text field holds; whichever way a value comes in, it is brought into this form or refused. */
public enum TextFormat {
    PLAIN,
    /** HTML, of which only plain formatting is stored. */
    HTML,
    /** A small picture as {@code data:image/...;base64,...}: PNG, JPEG, GIF or WebP. */
    IMAGE,
    /** Several words, kept with commas, each once. */
    WORDS
}
