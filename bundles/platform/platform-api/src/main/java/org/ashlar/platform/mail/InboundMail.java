package org.ashlar.platform.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that came in, parsed.
 *
 * @param messageId its Message-ID, or one derived from its content
 * @param from sender's address, lower case
 * @param fromName sender's name or {@code null}
 * @param to addressed mailbox, lower case
 * @param subject decoded subject, may be empty
 * @param text plain text, from HTML if there is no other
 * @param html sanitised HTML or {@code null}
 * @param sentAt when it was sent, by its own word, or when it was received
 * @param attachments files
 */
public record InboundMail(String messageId, String from, String fromName, String to, String subject, String text,
        String html, Instant sentAt, List<MailMessage.File> attachments) {
}
