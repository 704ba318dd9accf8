package org.ashlar.platform.documents.internal.model;

/**
 * What to show of a mail template. The texts are given while they are being edited; {@code null} means the stored ones.
 *
 * @param record id of a record of the template's model, {@code null}: without values of a record
 * @param language language, {@code null}: the caller's
 * @param subject subject being edited
 * @param text plain text being edited
 * @param html HTML being edited
 */
public record PreviewMail(Long record, String language, String subject, String text, String html) {
}
