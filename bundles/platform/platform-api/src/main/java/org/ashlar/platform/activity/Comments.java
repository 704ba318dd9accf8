package org.ashlar.platform.activity;

import org.osgi.annotation.versioning.ProviderType;

/** What people (and mails) say about a record. Thread-safe. */
@ProviderType
public interface Comments {

    /**
     * Adds a comment as the caller, inside the running (or a new) transaction; followers and mentioned users are told.
     *
     * @param text plain text; {@code @login} mentions a user
     * @param html sanitised HTML to show instead, or {@code null}
     * @param author name to show when it came from outside, for example a mail's sender, or {@code null} for the caller
     */
    long add(String model, long recordId, String text, String html, String author);
}
