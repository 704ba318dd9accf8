package org.ashlar.platform.template;

import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Fills logic-poor (mustache) templates from plain maps; no code, files or classes are reachable from a template. Thread-safe. */
@ProviderType
public interface Templates {

    /**
     * Fills a plain text: {@code {{party.name}}}, sections, {@code {{#date}}..{{/date}}}.
     *
     * @param values maps, lists, texts, numbers, dates; formatted in the language
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.template.wrong} with line and reason
     */
    String text(String template, Map<String, Object> values, Locale locale);

    /** As {@link #text}, values escaped for HTML. */
    String html(String template, Map<String, Object> values, Locale locale);

    /** The values of a record as the caller may read them, references and lines included, for either of the above. */
    Map<String, Object> values(String model, long recordId);
}
