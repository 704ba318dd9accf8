package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.write.Actions;
import org.ashlar.platform.records.internal.write.BulkWriter;
import org.ashlar.platform.records.internal.write.RecordWriter;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Many writes in one request: {@code {"operation": "create|update|delete|<action>", "items": [...]}}. All or nothing
 * unless {@code atomic=false}, which gives each item a transaction and an outcome of its own. Thread-safe.
 */
@Component(service = BulkHandler.class)
public final class BulkHandler {

    private static final int MAX_ITEMS = 10_000;
    private static final int BATCH_FROM = 20;

    private final RecordWriter writer;
    private final BulkWriter bulk;
    private final Actions actions;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Messages messages;

    @Activate
    public BulkHandler(@Reference RecordWriter writer, @Reference BulkWriter bulk, @Reference Actions actions,
            @Reference Transactions transactions, @Reference Idempotency idempotency, @Reference Messages messages) {
        this.writer = writer;
        this.bulk = bulk;
        this.actions = actions;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /** What became of one item. */
    private record Outcome(int status, Long id, Integer version, String problem) {
    }

    void run(Exchange exchange, EntityModel model) throws IOException {
        byte[] body = Json.bytes(exchange.request());
        Map<String, Object> request = Json.object(body);
        List<Map<String, Object>> items = Json.objects(request, "items");
        if (items.size() > MAX_ITEMS) {
            throw Problem.of(ProblemKind.TOO_LARGE, "platform.bulk.tooMany", MAX_ITEMS);
        }
        String operation = String.valueOf(request.get("operation"));
        Idempotency.requireStorable(model.info(), operation, exchange.request().getHeader(Idempotency.HEADER));
        boolean atomic = exchange.flag("atomic", true);
        Idempotency.Outcome outcome = idempotency.run(exchange.request(), body, () -> {
            List<Outcome> outcomes = atomic ? together(model, operation, items)
                    : apart(model, operation, items, exchange.locale());
            return new Answer(200, null, null, text(outcomes));
        });
        WriteHandler.send(exchange, outcome.answer(), outcome.replayed());
    }

    private List<Outcome> together(EntityModel model, String operation, List<Map<String, Object>> items) {
        if (operation.equals("create") && items.size() >= BATCH_FROM) {
            return batch(model, items);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                outcomes.add(one(model, operation, items.get(i)));
            } catch (Problem problem) {
                throw at(i, problem);
            }
        }
        return outcomes;
    }

    private List<Outcome> batch(EntityModel model, List<Map<String, Object>> items) {
        List<Object> results = bulk.insert(model, items);
        List<Outcome> outcomes = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Problem problem) {
                throw at(i, problem);
            }
            outcomes.add(new Outcome(201, (Long) results.get(i), 0, null));
        }
        return outcomes;
    }

    private List<Outcome> apart(EntityModel model, String operation, List<Map<String, Object>> items, Locale locale) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> item = items.get(i);
            try {
                outcomes.add(transactions.separate(() -> one(model, operation, item)));
            } catch (RuntimeException failure) {
                ProblemAnswer answer = ProblemWriter.answer(failure, locale, messages, "items[" + i + "]");
                outcomes.add(new Outcome(answer.status(), null, null, answer.body()));
            }
        }
        return outcomes;
    }

    private Outcome one(EntityModel model, String operation, Map<String, Object> item) {
        switch (operation) {
            case "create" -> {
                BaseEntity entity = writer.create(model, item);
                return new Outcome(201, entity.getId(), entity.getVersion(), null);
            }
            case "update" -> {
                Map<String, Object> values = new HashMap<>(item);
                BaseEntity entity = writer.update(model, id(values.remove("id")), version(values.remove("version")), values);
                return new Outcome(200, entity.getId(), entity.getVersion(), null);
            }
            case "delete" -> {
                long id = id(item.get("id"));
                writer.delete(model, id, version(item.get("version")));
                return new Outcome(204, id, null, null);
            }
            default -> {
                long id = id(item.get("id"));
                Actions.Outcome done = actions.run(model, id, operation, version(item.get("version")), body(item));
                return new Outcome(done.status(), id, done.entity().getVersion(), null);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Map<String, Object> item) {
        return item.get("body") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static long id(Object raw) {
        if (raw instanceof Long || raw instanceof Integer) {
            return ((Number) raw).longValue();
        }
        throw Problem.rule("id", "platform.value.required");
    }

    private static Integer version(Object raw) {
        return raw instanceof Integer version ? version : null;
    }

    /** The same problem with the item's place before each field. */
    private static Problem at(int index, Problem problem) {
        String place = "items[" + index + "]";
        List<FieldError> errors = problem.errors().isEmpty()
                ? List.of(new FieldError(place, problem.code(), problem.args()))
                : problem.errors().stream().map(e -> new FieldError(place + "." + e.field(), e.code(), e.args())).toList();
        return new Problem(problem.kind(), problem.code(), problem.args(), errors);
    }

    private static String text(List<Outcome> outcomes) {
        try {
            return Json.text(out -> {
                out.writeStartObject();
                out.writeNumberField("failed", outcomes.stream().filter(o -> o.problem() != null).count());
                out.writeArrayFieldStart("results");
                for (Outcome outcome : outcomes) {
                    write(out, outcome);
                }
                out.writeEndArray();
                out.writeEndObject();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator out, Outcome outcome) throws IOException {
        out.writeStartObject();
        out.writeNumberField("status", outcome.status());
        if (outcome.id() != null) {
            out.writeNumberField("id", outcome.id());
        }
        if (outcome.version() != null) {
            out.writeNumberField("version", outcome.version());
        }
        if (outcome.problem() != null) {
            out.writeFieldName("problem");
            out.writeRawValue(outcome.problem());
        }
        out.writeEndObject();
    }
}
