package org.ashlar.platform.mail.internal.out;

import java.util.List;
import org.ashlar.platform.mail.MailMessage;

/**
 * A mail that this node has taken to send.
 *
 * @param id id
 * @param companyId company
 * @param to addresses joined by commas
 * @param cc addresses joined by commas or {@code null}
 * @param subject subject
 * @param text plain text
 * @param html HTML or {@code null}
 * @param messageId Message-ID without brackets, the same at each attempt
 * @param inReplyTo Message-ID that it answers or {@code null}
 * @param token token of its thread
 * @param automatic whether no person wrote it
 * @param files files
 */
record Outgoing(long id, long companyId, String to, String cc, String subject, String text, String html, String messageId,
        String inReplyTo, String token, boolean automatic, List<MailMessage.File> files) {
}
