package org.ashlar.platform.documents.internal.template;

import java.util.AbstractMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.template.MailTemplates;
import org.ashlar.platform.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Mail templates from the table. Whoever may send by a template need not be allowed to read templates, so it is read by SQL
 * for the caller's company; the record's values are read as the caller. Thread-safe.
 */
@Component(service = {MailTemplates.class, DefaultMailTemplates.class})
public final class DefaultMailTemplates implements MailTemplates {
    private final Sql sql;
    private final Access access;
    private final Templates templates;

    /** By injection. */
    @Activate
    public DefaultMailTemplates(@Reference Sql sql, @Reference Access access, @Reference Templates templates) {
        this.sql = sql;
        this.access = access;
        this.templates = templates;
    }

    /** One variant. */
    record Variant(String language, String target, String subject, String text, String html) {
    }

    @Override
    public Filled fill(String code, String model, long recordId, Map<String, Object> more, Locale locale) {
        long company = access.caller().companyId();
        List<Variant> variants = sql.any(db -> db.fetch("select x.language, t.target_model, x.subject, x.body_text, x.body_html"
                + " from platform_mail_template t join platform_mail_template_text x on x.template_id = t.id"
                + " where t.company_id = ? and t.code = ? and t.active = ? order by x.line_no", company, code, true)
                .map(r -> new Variant(r.get(0, String.class), r.get(1, String.class), r.get(2, String.class),
                        r.get(3, String.class), r.get(4, String.class))));
        if (variants.isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.mailTemplate.unknown", code);
        }
        Variant variant = choose(variants, locale);
        String target = model == null ? variant.target() : model;
        return fill(variant, values(target, recordId, more), locale);
    }

    Map<String, Object> values(String model, long recordId, Map<String, Object> more) {
        Map<String, Object> first = more == null ? Map.of() : more;
        return model == null || recordId == 0 ? first : new Both(first, templates.values(model, recordId));
    }

    Filled fill(Variant variant, Map<String, Object> values, Locale locale) {
        String subject = templates.text(variant.subject(), values, locale).replaceAll("\\s+", " ").strip();
        String html = blank(variant.html()) ? null : templates.html(variant.html(), values, locale);
        String text = blank(variant.text()) ? null : templates.text(variant.text(), values, locale);
        return new Filled(subject, text, html);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static Variant choose(List<Variant> variants, Locale locale) {
        return variants.stream().filter(v -> v.language().equals(locale.toLanguageTag())).findFirst()
                .or(() -> variants.stream().filter(v -> Locale.forLanguageTag(v.language()).getLanguage()
                        .equals(locale.getLanguage())).findFirst())
                .orElse(variants.get(0));
    }

    /** Values of the sender before those of the record. */
    private static final class Both extends AbstractMap<String, Object> implements Shown.Source {
        private final Map<String, Object> first;
        private final Map<String, Object> second;

        Both(Map<String, Object> first, Map<String, Object> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public Object shown(String name) {
            if (first.containsKey(name)) {
                return PlainCollector.known(first.get(name));
            }
            return second instanceof Shown.Source source ? source.shown(name) : PlainCollector.known(second.get(name));
        }

        @Override
        public boolean containsKey(Object name) {
            return first.containsKey(name) || second.containsKey(name);
        }

        @Override
        public Object get(Object name) {
            return first.containsKey(name) ? first.get(name) : second.get(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return second.entrySet();
        }
    }
}
