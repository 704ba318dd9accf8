package org.ashlar.platform.console.internal.command;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;

/** Sends deliveries of a webhook again. */
@Service
@Command(scope = "ashlar", name = "webhook-replay", description = "Sends deliveries of a webhook again: one, or all since a time")
public final class ReplayWebhook extends AshlarCommand {

    @Argument(name = "webhook", description = "Code of the webhook", required = true)
    String webhook;

    @Option(name = "--delivery", description = "Id of one delivery")
    Long delivery;

    @Option(name = "--from", description = "All since then, for example 2026-01-31T08:00:00Z")
    String from;

    @Option(name = "--dead-only", description = "Only those that were given up")
    boolean deadOnly;

    @Reference
    Records records;

    @Override
    void work() {
        if (delivery != null) {
            records.act("platform.webhookDelivery", delivery, "replay", Map.of());
            table(List.of("delivery"), List.of(List.of(delivery)));
            return;
        }
        long id = records.find("platform.webhook", new Records.Query("code==\"" + webhook.replaceAll("[\"\\\\*]", "") + "\"",
                null, null, List.of("id"), 0, 1, false)).rows().stream().findFirst()
                .map(row -> ((Number) row.get("id")).longValue())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.record.notFound", "platform.webhook", webhook));
        table(List.of("result"), List.of(List.of(String.valueOf(records.act("platform.webhook", id, "replay",
                from == null ? Map.of("deadOnly", deadOnly) : Map.of("from", from, "deadOnly", deadOnly))))));
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
