package org.ashlar.platform.mail.internal.rest;

import java.time.Instant;
import java.util.List;

/**
 * A mail of a record.
 *
 * @param direction {@code out} or {@code in}
 * @param id id of the {@code platform.mail} or {@code platform.inboundMail}
 * @param subject subject
 * @param from sender; {@code null} for our own
 * @param to receivers; {@code null} for mails that came in
 * @param cc further receivers or {@code null}
 * @param at when it was written or came in
 * @param sentAt when a server took it over
 * @param state state
 * @param problem what went wrong or {@code null}
 * @param attempts attempts to send it
 * @param text plain text; {@code null} in lists and for mails that came in, whose words are comments
 * @param html sanitised HTML; as {@code text}
 * @param files files
 */
public record MailView(String direction, long id, String subject, String from, String to, String cc, Instant at,
        Instant sentAt, String state, String problem, int attempts, String text, String html, List<FileView> files) {

    /** A file that left with a mail. */
    public record FileView(int position, String name, String mediaType, long size) {
    }
}
