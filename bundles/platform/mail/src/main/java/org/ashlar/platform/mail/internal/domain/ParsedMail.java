package org.ashlar.platform.mail.internal.domain;

import java.time.Instant;
import java.util.List;
import org.ashlar.platform.mail.MailMessage;

/**
 * A mail as it was read.
 *
 * @param messageId its Message-ID without brackets, or one derived from its bytes
 * @param references Message-IDs that it answers, nearest first
 * @param from sender's address, lower case, may be empty
 * @param fromName sender's name or {@code null}
 * @param subject decoded subject, may be empty
 * @param text plain text, from HTML if there is no other
 * @param html sanitised HTML or {@code null}
 * @param sentAt when it was sent by its own word, {@code null} if it does not say
 * @param automatic why it counts as written by a machine, {@code null} if it does not
 * @param bounce which mail of ours it says came back, or {@code null}
 * @param files attachments
 */
public record ParsedMail(String messageId, List<String> references, String from, String fromName, String subject,
        String text, String html, Instant sentAt, String automatic, Bounce bounce, List<MailMessage.File> files) {

    /** The same without its files. */
    public ParsedMail withoutFiles() {
        return new ParsedMail(messageId, references, from, fromName, subject, text, html, sentAt, automatic, bounce, List.of());
    }

    /**
     * What a report of a mail server says.
     *
     * @param messageId Message-ID of the mail that could not be delivered, or {@code null}
     * @param reason why, in the server's words
     * @param permanent whether it was given up
     */
    public record Bounce(String messageId, String reason, boolean permanent) {
    }
}
