package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the companies. */
@Service
@Command(scope = "ashlar", name = "companies", description = "Lists the companies")
public final class ListCompanies extends AshlarCommand {

    @Override
    void work() {
        table(List.of("id", "code", "name", "currency", "country", "locale", "zone", "chart"), companies.list().stream()
                .map(c -> List.<Object>of(c.id(), c.code(), c.name(), c.currency(), c.country(),
                        c.locale().toLanguageTag(), c.zone().getId(), String.valueOf(c.chart()))).toList());
    }
}
