package org.ashlar.platform.notify;

import java.util.List;

/**
 * Something to tell.
 *
 * @param kind what a user may switch on or off per channel, for example {@code approval.requested}; text key {@code notice.<kind>}
 * @param users ids of the users to tell
 * @param key message key of the sentence, rendered in each user's language
 * @param args arguments of the message: texts, numbers, dates
 * @param model model of the record that it is about, or {@code null}
 * @param recordId id of that record, 0 if none
 * @param urgent whether it passes quiet hours and digests
 */
public record Notice(String kind, List<Long> users, String key, List<Object> args, String model, long recordId,
        boolean urgent) {
}
