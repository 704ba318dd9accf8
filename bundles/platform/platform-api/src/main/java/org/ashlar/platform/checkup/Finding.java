package org.ashlar.platform.checkup;

import java.util.List;

/**
 * Something that an administrator should look at.
 *
 * @param area where it belongs, for example {@code backup}; text key {@code checkup.area.<area>}
 * @param severity how soon
 * @param key message key of the sentence
 * @param args arguments of the message: texts and numbers
 * @param path page of the suite where it can be looked at, for example {@code /app/platform/mails}, or {@code null}
 */
public record Finding(String area, Severity severity, String key, List<Object> args, String path) {
}
