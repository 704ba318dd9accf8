package org.ashlar.platform.notify;

import org.osgi.annotation.versioning.ConsumerType;

/** A way to reach a user outside the app (mail, chat robot), a service. Called after commit, at least once per notice. Thread-safe. */
@ConsumerType
public interface NotificationChannel {

    /** Stable id, for example {@code mail}; text key {@code channel.<id>}. */
    String id();

    /**
     * Passes a text on.
     *
     * @param userId who
     * @param onceKey the same for every attempt at this delivery, so that nobody is told twice
     * @param subject one line in the user's language
     * @param text full text in the user's language, for a digest several lines
     * @param link path in the suite, for example {@code /app/sales/orders/12}, or {@code null}
     */
    void deliver(long userId, String onceKey, String subject, String text, String link);
}
