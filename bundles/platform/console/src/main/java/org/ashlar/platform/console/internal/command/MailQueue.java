package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Lists mails that have not arrived. */
@Service
@Command(scope = "ashlar", name = "mail-queue", description = "Lists mails that wait, failed or came back; --all lists all")
public final class MailQueue extends AshlarCommand {

    @Option(name = "--all", description = "Also mails that were sent")
    boolean all;

    @Option(name = "--limit", description = "How many at most")
    int limit = 50;

    @Reference
    Records records;

    @Override
    void work() {
        List<String> fields = List.of("id", "state", "to", "subject", "attempts", "nextAttempt", "sentAt", "problem");
        table(fields, records.find("platform.mail", new Records.Query(all ? null : "state=out=(SENT)", null, "-id", fields, 0,
                Math.max(1, Math.min(limit, 1000)), false)).rows().stream()
                .map(row -> Arrays.asList(fields.stream().map(row::get).toArray())).toList());
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
