package org.ashlar.platform.webhooks.internal.in;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.template.Templates;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.webhooks.internal.domain.Pace;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.ashlar.platform.webhooks.internal.model.HookOperation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries out calls of inbound hooks, each event once, in the name and with the rights of the hook's user. Thread-safe. */
@Component(service = HookCalls.class)
public final class HookCalls {
    private static final int LONGEST_EVENT = 200;
    /** Calls a minute with a wrong signature, from one address. */
    private static final int WRONG_A_MINUTE = 20;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Hooks hooks;
    private final Records records;
    private final Templates templates;
    private final Access access;
    private final Callers callers;
    private final Transactions transactions;
    private final Clock clock;
    private final Pace pace;

    /** By injection. */
    @Activate
    public HookCalls(@Reference Hooks hooks, @Reference Records records, @Reference Templates templates,
            @Reference Access access, @Reference Callers callers, @Reference Transactions transactions,
            @Reference Clock clock) {
        this.hooks = hooks;
        this.records = records;
        this.templates = templates;
        this.access = access;
        this.callers = callers;
        this.transactions = transactions;
        this.clock = clock;
        pace = new Pace(clock);
    }

    /** What a sender sent along. */
    record Proof(String signature, String bodySignature, String token, String event, String address) {
    }

    /**
     * What became of a call.
     *
     * @param event the event's id
     * @param record id of the record made or changed
     * @param duplicate whether the event was dealt with before
     */
    public record Taken(String event, long record, boolean duplicate) {
    }

    Taken call(String code, byte[] body, Proof proof) {
        if (!pace.take("?" + proof.address(), 3000)) {
            throw tooMany();
        }
        Optional<Hook> found = access.as(access.system(0), () -> hooks.find(code));
        if (found.isEmpty() || !proved(found.get(), body, proof)) {
            if (!pace.take("!" + proof.address(), WRONG_A_MINUTE)) {
                throw tooMany();
            }
            // The same answer for both, so that codes cannot be guessed.
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.hook.proof");
        }
        Hook hook = found.get();
        if (!pace.take(hook.code(), hook.perMinute())) {
            throw tooMany();
        }
        Caller caller = access.as(access.system(hook.companyId()), () -> callers.of(hook.user(), hook.companyId(), Channel.TOKEN))
                .orElseThrow(() -> Problem.of(ProblemKind.DENIED, "platform.hook.user"));
        return access.as(new Caller(caller.userId(), caller.login(), caller.companyId(), caller.companies(), caller.grants(),
                caller.locale(), caller.zone(), Channel.TOKEN, proof.address()), () -> dealt(hook, body, proof));
    }

    private static Problem tooMany() {
        return Problem.of(ProblemKind.TOO_MANY, "platform.hook.tooMany");
    }

    private boolean proved(Hook hook, byte[] body, Proof proof) {
        return switch (hook.auth()) {
            case SIGNATURE -> Signature.verify(hook.secret(), body, proof.signature(), clock.instant());
            case BODY_SIGNATURE -> Signature.verifyBody(hook.secret(), body, proof.bodySignature());
            case TOKEN -> Signature.same(hook.secret(), proof.token());
        };
    }

    private Taken dealt(Hook hook, byte[] body, Proof proof) {
        JsonNode payload = payload(body);
        String event = event(hook, payload, body, proof);
        try {
            return transactions.required(() -> {
                Optional<Long> call = hooks.claim(hook, event);
                if (call.isEmpty()) {
                    return new Taken(event, hooks.record(hook, event), true);
                }
                long record = carryOut(hook, payload);
                hooks.finish(call.get(), record);
                return new Taken(event, record, false);
            });
        } catch (Problem refused) {
            hooks.refused(hook, event, refused.getMessage());
            throw refused;
        }
    }

    private JsonNode payload(byte[] body) {
        try {
            JsonNode payload = json.readTree(body);
            if (payload != null && payload.isObject()) {
                return payload;
            }
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.hook.json");
        } catch (IOException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.hook.json");
        }
        throw Problem.of(ProblemKind.BAD_REQUEST, "platform.hook.json");
    }

    /** The event's id; without one a signed time, else the content, says whether it is the same call again. */
    private static String event(Hook hook, JsonNode payload, byte[] body, Proof proof) {
        String id = proof.event();
        if (hook.eventPointer() != null) {
            JsonNode node = payload.at(JsonPointer.compile(hook.eventPointer()));
            if (!node.isValueNode() || node.asText().isBlank()) {
                throw Problem.rule("eventPointer", "platform.hook.noEvent", hook.eventPointer());
            }
            id = node.asText();
        }
        if (id == null || id.isBlank()) {
            return Signature.hash(proof.signature() == null ? new byte[0]
                    : proof.signature().getBytes(StandardCharsets.UTF_8), body);
        }
        return id.length() > LONGEST_EVENT ? Signature.hash(id.getBytes(StandardCharsets.UTF_8)) : id;
    }

    private long carryOut(Hook hook, JsonNode payload) {
        Map<String, Object> values = new LinkedHashMap<>();
        hook.fields().forEach((field, mapping) -> values.put(field, PayloadValues.of(mapping, payload, templates)));
        if (hook.operation() == HookOperation.CREATE) {
            return records.create(hook.model(), values);
        }
        Object key = values.get(hook.keyField());
        if (key == null) {
            throw Problem.rule(hook.keyField(), "platform.hook.noKey", hook.keyField());
        }
        Optional<Long> found = find(hook, key);
        if (found.isEmpty()) {
            if (hook.operation() == HookOperation.UPSERT) {
                return records.create(hook.model(), values);
            }
            throw Problem.rule(hook.keyField(), "platform.hook.notFound", String.valueOf(key));
        }
        values.remove(hook.keyField());
        if (hook.operation() == HookOperation.ACTION) {
            records.act(hook.model(), found.get(), hook.action(), values);
        } else if (!values.isEmpty()) {
            records.update(hook.model(), found.get(), null, values);
        }
        return found.get();
    }

    private Optional<Long> find(Hook hook, Object key) {
        String quoted = "\"" + String.valueOf(key).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        List<Map<String, Object>> rows = records.find(hook.model(), new Records.Query(hook.keyField() + "=in=(" + quoted + ")",
                null, null, List.of("id"), 0, 2, false)).rows();
        if (rows.size() > 1) {
            throw Problem.rule(hook.keyField(), "platform.hook.several", String.valueOf(key));
        }
        return rows.stream().findFirst().map(row -> ((Number) row.get("id")).longValue());
    }
}
