package org.ashlar.platform.template;

import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Mail templates (model {@code platform.mailTemplate}), filled. Thread-safe. */
@ProviderType
public interface MailTemplates {

    /**
     * Fills the template's variant of a language; the first variant if it has none of that language.
     *
     * @param code code of an active template of the caller's company
     * @param model model of the record that it is about; {@code null}: the template's own
     * @param recordId id of that record, 0 if none
     * @param more further values, found before those of the record
     * @param locale language
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND {@code platform.mailTemplate.unknown}, or as {@link Templates}
     */
    Filled fill(String code, String model, long recordId, Map<String, Object> more, Locale locale);

    /**
     * A filled template.
     *
     * @param subject subject, one line
     * @param text plain text
     * @param html HTML or {@code null}
     */
    record Filled(String subject, String text, String html) {
    }
}
