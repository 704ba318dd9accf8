package org.ashlar.platform.report;

/**
 * A parameter of a report.
 *
 * @param name query parameter
 * @param type {@code date}, {@code text}, {@code id}, {@code boolean} or {@code number}
 * @param required refused with 400 when missing
 */
public record ReportParameter(String name, String type, boolean required) {
}
