package org.ashlar.platform.automation.internal.service;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Assignment;
import org.ashlar.platform.automation.internal.domain.Formula;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.template.Templates;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the texts and formulas of a rule come to for one record, as the present caller may read it. Thread-safe. */
@Component(service = Values.class)
public final class Values {

    private static final Pattern ONLY = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*}}");

    private final Installed installed;
    private final Access access;
    private final Companies companies;
    private final EntityStore store;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public Values(@Reference Installed installed, @Reference Access access, @Reference Companies companies,
            @Reference EntityStore store, @Reference Transactions transactions) {
        this.installed = installed;
        this.access = access;
        this.companies = companies;
        this.store = store;
        this.transactions = transactions;
    }

    /** All values of a record, references followed when asked for; what the running transaction changed counts. */
    Map<String, Object> of(String model, long record) {
        if (transactions.active()) {
            store.flush();
        }
        return installed.get(Templates.class).values(model, record);
    }

    /** A text with its placeholders filled in the company's language. */
    String text(String template, Map<String, Object> values) {
        return template == null || template.indexOf('{') < 0 ? template
                : installed.get(Templates.class).text(template, values, locale());
    }

    /** The language of the company's documents. */
    Locale locale() {
        return companies.get(access.caller().companyId()).locale();
    }

    /** What assignments come to: typed where a formula or a single placeholder says so, else texts; empty ones {@code null}. */
    Map<String, Object> assign(List<Assignment> assignments, Map<String, Object> values) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            result.put(assignment.field(), one(assignment, values));
        }
        return result;
    }

    private Object one(Assignment assignment, Map<String, Object> values) {
        if (assignment.formula()) {
            ZoneId zone = companies.get(access.caller().companyId()).zone();
            return Formula.evaluate(assignment.value(), path -> value(values, path), access.today(), zone);
        }
        Matcher only = ONLY.matcher(assignment.value());
        if (only.matches() && has(values, only.group(1))) {
            Object value = value(values, only.group(1));
            return value instanceof Map<?, ?> reference ? reference.get("id") : value;
        }
        String text = text(assignment.value(), values);
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean has(Map<String, Object> values, String path) {
        int dot = path.indexOf('.');
        return values.containsKey(dot < 0 ? path : path.substring(0, dot)) && (dot < 0 || value(values, path) != null);
    }

    /** The value of a dotted path, {@code null} if it is empty. */
    static Object value(Map<?, ?> values, String path) {
        Object value = values;
        for (String part : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }
}
