package org.ashlar.platform.records.internal.rest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Fetched;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.write.Actions;
import org.ashlar.platform.records.internal.write.Reactions;
import org.ashlar.platform.records.internal.write.RecordWriter;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries out writes of single records. Thread-safe. */
@Component(service = WriteHandler.class)
public final class WriteHandler {

    private final RecordWriter writer;
    private final Actions actions;
    private final RecordReader reader;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final RecordJson json;
    private final Reactions reactions;

    @Activate
    public WriteHandler(@Reference RecordWriter writer, @Reference Actions actions, @Reference RecordReader reader,
            @Reference Transactions transactions, @Reference Idempotency idempotency, @Reference RecordJson json,
            @Reference Reactions reactions) {
        this.writer = writer;
        this.actions = actions;
        this.reader = reader;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.json = json;
        this.reactions = reactions;
    }

    void create(Exchange exchange, EntityModel model) throws IOException {
        byte[] body = Json.bytes(exchange.request());
        Map<String, Object> values = Json.object(body);
        String fields = exchange.parameter("fields");
        once(exchange, body, () -> {
            BaseEntity entity = writer.create(model, values);
            reactions.settle(model.id());
            return answer(201, location(model, entity.getId()), model, entity, exchange, fields);
        });
    }

    void update(Exchange exchange, EntityModel model, long id) throws IOException {
        Integer version = exchange.version(true);
        Map<String, Object> values = Json.object(Json.bytes(exchange.request()));
        String fields = exchange.parameter("fields");
        Answer answer = transactions.required(() -> {
            BaseEntity entity = writer.update(model, id, version, values);
            reactions.settle(model.id());
            return answer(200, null, model, entity, exchange, fields);
        });
        send(exchange, answer, false);
    }

    void delete(Exchange exchange, EntityModel model, long id) {
        Integer version = exchange.version(true);
        transactions.run(() -> writer.delete(model, id, version));
        exchange.status(204);
    }

    void act(Exchange exchange, EntityModel model, long id, String action) throws IOException {
        Idempotency.requireStorable(model.info(), action, exchange.request().getHeader(Idempotency.HEADER));
        byte[] body = Json.bytes(exchange.request());
        Map<String, Object> values = Json.object(body);
        Integer version = exchange.version(false);
        once(exchange, body, () -> {
            Actions.Outcome outcome = actions.run(model, id, action, version, values);
            reactions.settle(model.id());
            return new Answer(outcome.status(), null, Exchange.etagOf(outcome.entity().getVersion()),
                    json.text(model, outcome.entity(), exchange.locale(), true, outcome.result()));
        });
    }

    private void once(Exchange exchange, byte[] body, Supplier<Answer> work) throws IOException {
        Idempotency.Outcome outcome = idempotency.run(exchange.request(), body, work);
        send(exchange, outcome.answer(), outcome.replayed());
    }

    static void send(Exchange exchange, Answer answer, boolean replayed) throws IOException {
        exchange.header("Location", answer.location());
        exchange.header("ETag", answer.etag());
        if (replayed) {
            exchange.header("Idempotency-Replayed", "true");
        }
        exchange.send(answer.status(), answer.body());
    }

    private Answer answer(int status, String location, EntityModel model, BaseEntity entity, Exchange exchange,
            String fields) {
        String body = fields == null || !json.readable(model, entity.getId())
                ? json.text(model, entity, exchange.locale(), false, null) : asked(model, entity, fields);
        return new Answer(status, location, Exchange.etagOf(entity.getVersion()), body);
    }

    private String asked(EntityModel model, BaseEntity entity, String fields) {
        Fetched fetched = reader.one(model, entity.getId(), fields);
        StringWriter out = new StringWriter();
        try (var generator = Json.generator(out)) {
            fetched.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String location(EntityModel model, long id) {
        return "/api/v1/" + model.info().module() + "/" + model.info().collection() + "/" + id;
    }
}
