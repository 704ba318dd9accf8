package org.ashlar.platform.console.internal.command;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Sends mails again. */
@Service
@Command(scope = "ashlar", name = "mail-retry", description = "Sends a mail again, or with --waiting all that wait for their next attempt")
public final class RetryMail extends AshlarCommand {

    @Argument(name = "id", description = "Mail id")
    Long id;

    @Option(name = "--waiting", description = "All mails that wait")
    boolean waiting;

    @Reference
    Records records;

    @Override
    void work() {
        List<Long> ids = id != null ? List.of(id) : !waiting ? List.of() : records.find("platform.mail",
                new Records.Query("state==QUEUED", null, "id", List.of("id"), 0, 1000, false)).rows().stream()
                .map(row -> ((Number) row.get("id")).longValue()).toList();
        ids.forEach(one -> records.act("platform.mail", one, "retry", Map.of()));
        table(List.of("id"), ids.stream().map(List::of).toList());
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
