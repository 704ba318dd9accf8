package org.ashlar.platform.kernel.internal.company;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.kernel.internal.model.CompanyEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Component;

/** A company has a currency, a country, a language and a time zone that exist. */
@Component
@ForModel("platform.company")
public final class CompanyRules implements RecordRules<CompanyEntity> {

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    @Override
    public void beforeInsert(CompanyEntity company) {
        boolean china = "CN".equals(company.getCountry());
        if (company.getLocale() == null) {
            company.setLocale(china ? "zh-CN" : "en");
        }
        if (company.getZone() == null) {
            company.setZone(china ? "Asia/Shanghai" : "UTC");
        }
        if (company.getChart() == null) {
            company.setChart(china ? "cn" : "generic");
        }
        company.setCompanyId(0L);
        check(company);
    }

    @Override
    public void beforeUpdate(CompanyEntity company, Set<String> changed) {
        check(company);
    }

    private static void check(CompanyEntity company) {
        try {
            Currency.getInstance(company.getCurrency());
        } catch (IllegalArgumentException e) {
            throw Problem.rule("currency", "platform.company.currencyUnknown", company.getCurrency());
        }
        if (!COUNTRIES.contains(company.getCountry())) {
            throw Problem.rule("country", "platform.company.countryUnknown", company.getCountry());
        }
        try {
            ZoneId.of(company.getZone());
        } catch (DateTimeException e) {
            throw Problem.rule("zone", "platform.company.zoneUnknown", company.getZone());
        }
        if (Locale.forLanguageTag(company.getLocale()).getLanguage().isEmpty()) {
            throw Problem.rule("locale", "platform.company.localeUnknown", company.getLocale());
        }
    }
}
