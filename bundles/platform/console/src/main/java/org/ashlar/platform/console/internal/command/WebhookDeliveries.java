package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Lists deliveries of webhooks. */
@Service
@Command(scope = "ashlar", name = "webhook-deliveries", description = "Lists deliveries of webhooks that wait or were given up; --all lists all")
public final class WebhookDeliveries extends AshlarCommand {

    @Option(name = "--webhook", description = "Code of a webhook")
    String webhook;

    @Option(name = "--all", description = "Also what was delivered")
    boolean all;

    @Option(name = "--limit", description = "How many at most")
    int limit = 50;

    @Reference
    Records records;

    @Override
    void work() {
        List<String> filter = new ArrayList<>();
        if (!all) {
            filter.add("state=out=(DONE)");
        }
        if (webhook != null) {
            filter.add("webhook.code==\"" + webhook.replaceAll("[\"\\\\*]", "") + "\"");
        }
        List<String> fields = List.of("id", "webhook", "seq", "eventId", "topic", "state", "attempts", "lastStatus",
                "deliveredAt", "problem");
        table(fields, records.find("platform.webhookDelivery", new Records.Query(
                filter.isEmpty() ? null : String.join(";", filter), null, "-seq", fields, 0,
                Math.max(1, Math.min(limit, 1000)), false)).rows().stream()
                .map(row -> Arrays.asList(fields.stream().map(f -> label(row.get(f))).toArray())).toList());
    }

    private static Object label(Object value) {
        return value instanceof Map<?, ?> reference ? reference.get("label") : value;
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
