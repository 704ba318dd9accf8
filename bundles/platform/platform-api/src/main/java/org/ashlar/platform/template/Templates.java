package org.ashlar.platform.template;

import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Fills logic-poor (mustache) templates from plain maps; no code, files or classes are reachable from a template. Thread-safe. */
@ProviderType
public interface Templates {

    /**
     * Fills a plain text: {@code {{party.name}}} and sections ({@code {{#lines}}..{{/lines}}}). Values are shown in the
     * language; a suffix shows them otherwise: {@code {{total.upper}}} in Chinese capitals (大写), {@code {{total.plain}}}
     * without grouping, {@code {{date.iso}}}, {@code {{createdAt.date}}}, {@code {{createdAt.time}}},
     * {@code {{state.code}}}. A name that does not exist is refused; an empty field is shown as nothing.
     *
     * @param values maps, lists, texts, numbers, dates; formatted in the language
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.template.wrong} with line and reason
     */
    String text(String template, Map<String, Object> values, Locale locale);

    /** As {@link #text}, values escaped for HTML. */
    String html(String template, Map<String, Object> values, Locale locale);

    /**
     * The values of a record as the caller may read them, references (three deep, read when asked for) and lines included,
     * for either of the above; also {@code today} and {@code our.name}, {@code our.code}, {@code our.currency} of the
     * company.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND for a record that the caller may not read
     */
    Map<String, Object> values(String model, long recordId);
}
