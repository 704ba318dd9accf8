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

    /** As {@link #deliver(long, String, String, String, String)}, for a channel that makes more of some kinds than a text. */
    default void deliver(long userId, String onceKey, String subject, String text, String link, About about) {
        deliver(userId, onceKey, subject, text, link);
    }

    /** Whether a user can be reached now, in the caller's company; what he cannot be reached by is neither offered nor used. */
    default boolean reaches(long userId) {
        return true;
    }

    /**
     * What a single notice is about; not known of a digest.
     *
     * @param kind kind of the notice
     * @param model model of the record, or {@code null}
     * @param recordId its id, 0 if none
     */
    record About(String kind, String model, long recordId) {
    }
}
