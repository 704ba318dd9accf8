package org.ashlar.platform.mail;

import java.util.List;

/**
 * A mail to send.
 *
 * @param onceKey at most one mail leaves per key, for example {@code welcome/masters.party/12}; {@code null}: no such bound
 * @param to addresses
 * @param cc addresses
 * @param subject subject
 * @param text plain text
 * @param html HTML, sanitised before it leaves, or {@code null}
 * @param attachments files
 * @param model model of the record that it belongs to, so that answers find it, or {@code null}
 * @param recordId id of that record, 0 if none
 */
public record MailMessage(String onceKey, List<String> to, List<String> cc, String subject, String text, String html,
        List<File> attachments, String model, long recordId) {

    /**
     * A file.
     *
     * @param name file name
     * @param mediaType media type
     * @param content bytes
     */
    public record File(String name, String mediaType, byte[] content) {
    }
}
