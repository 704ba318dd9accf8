package org.ashlar.platform.consistency;

/**
 * One breach of a rule.
 *
 * @param model model of the record at fault, or {@code null}
 * @param recordId record id, 0 if none
 * @param subject what the user knows it by (a number, an account code)
 * @param expected what should stand there
 * @param actual what stands there
 */
public record Breach(String model, long recordId, String subject, String expected, String actual) {
}
