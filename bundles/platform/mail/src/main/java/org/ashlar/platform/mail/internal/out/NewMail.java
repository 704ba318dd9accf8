package org.ashlar.platform.mail.internal.out;

import java.util.List;
import org.ashlar.platform.mail.MailMessage;

/**
 * A mail that was checked and waits to be written.
 *
 * @param onceKey key, {@code null}: none
 * @param to addresses, joined by commas
 * @param cc addresses, joined by commas, or {@code null}
 * @param subject subject
 * @param text plain text
 * @param html sanitised HTML or {@code null}
 * @param model model of its record or {@code null}
 * @param recordId id of its record or 0
 * @param files files with safe names
 * @param automatic whether no person wrote it
 */
record NewMail(String onceKey, String to, String cc, String subject, String text, String html, String model, long recordId,
        List<MailMessage.File> files, boolean automatic) {
}
