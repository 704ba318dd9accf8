package org.ashlar.platform.console.internal.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.Company;

/** Creates a company with what every installed module needs. */
@Service
@Command(scope = "ashlar", name = "company-add", description = "Creates a company and provisions it")
public final class AddCompany extends AshlarCommand {

    @Argument(index = 0, name = "code", description = "Short unique code", required = true)
    String code;

    @Argument(index = 1, name = "name", description = "Legal name", required = true)
    String name;

    @Option(name = "--currency", description = "ISO 4217 code of the books")
    String currency = "CNY";

    @Option(name = "--country", description = "ISO 3166 code")
    String country = "CN";

    @Option(name = "--locale", description = "Language of documents")
    String locale = "zh-CN";

    @Option(name = "--zone", description = "Business time zone")
    String zone = "Asia/Shanghai";

    @Option(name = "--chart", description = "Chart of accounts: cn or generic")
    String chart;

    @Override
    void work() {
        ZoneId zoneId;
        try {
            zoneId = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalStateException(text("console.zone.unknown", zone), e);
        }
        Company made = companies.create(code, name, currency, country, Locale.forLanguageTag(locale), zoneId,
                chart == null ? (country.equals("CN") ? "cn" : "generic") : chart);
        table(List.of("id", "code", "name"), List.of(List.<Object>of(made.id(), made.code(), made.name())));
    }
}
