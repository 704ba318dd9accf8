package org.ashlar.platform.documents.internal.template;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates by jmustache over plain values. Thread-safe. */
@Component(service = Templates.class)
public final class DefaultTemplates implements Templates {
    private final RecordValues.Reading reading;
    private final Access access;
    private final Companies companies;
    private final Messages messages;

    /** By injection. */
    @Activate
    public DefaultTemplates(@Reference Records records, @Reference Catalog catalog, @Reference Access access,
            @Reference Companies companies, @Reference Messages messages) {
        reading = new RecordValues.Reading(records, catalog);
        this.access = access;
        this.companies = companies;
        this.messages = messages;
    }

    @Override
    public String text(String template, Map<String, Object> values, Locale locale) {
        return Filling.fill(template, values, formats(locale), false);
    }

    @Override
    public String html(String template, Map<String, Object> values, Locale locale) {
        return Filling.fill(template, values, formats(locale), true);
    }

    private Formats formats(Locale locale) {
        long company = access.bound() ? access.caller().companyId() : 0;
        ZoneId zone = company == 0 ? ZoneId.of("UTC") : companies.get(company).zone();
        return new Formats(locale, zone, key -> messages.has(locale, key) ? messages.text(locale, key, List.of())
                : key.substring(key.lastIndexOf('.') + 1));
    }

    @Override
    public Map<String, Object> values(String model, long recordId) {
        ModelInfo info = reading.catalog().find(model)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", model));
        RecordValues values = new RecordValues(info, reading.records().get(model, recordId, null), reading, 0);
        values.put("today", access.today());
        long company = access.caller().companyId();
        if (company != 0) {
            Company our = companies.get(company);
            values.put("our", Map.of("name", our.name(), "code", our.code(), "currency", our.currency()));
        }
        return values;
    }
}
