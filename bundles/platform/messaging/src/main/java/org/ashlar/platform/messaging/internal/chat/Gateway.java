package org.ashlar.platform.messaging.internal.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Digests;
import org.ashlar.platform.outbox.Outcome;
import org.ashlar.platform.outside.OutsideCalls;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * JSON over HTTP to chat services, with their access tokens: kept until shortly before they expire, fetched anew when the
 * service says so. Thread-safe.
 */
@Component(service = Gateway.class)
public final class Gateway {
    private static final int EARLY_SECONDS = 300;
    private static final int LONGEST = 300;

    private final OutsideCalls outside;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Long, Token> tokens = new ConcurrentHashMap<>();

    /** By injection. */
    @Activate
    public Gateway(@Reference OutsideCalls outside, @Reference Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    private record Token(int version, String secret, String value, Instant until) {
    }

    /** A fetched token. */
    record Fetched(String value, long seconds) {
    }

    /** Fetches a token. */
    @FunctionalInterface
    interface Fetching {
        /** From the service. */
        Fetched fetch() throws ChatProblem;
    }

    /** Something that needs a token. */
    @FunctionalInterface
    interface Work {
        /** With a token. */
        Answer with(String token) throws ChatProblem;
    }

    /** An answer. */
    record Answer(int status, JsonNode body) {
        /** A number of the body, 0 if it is not there. */
        int number(String field) {
            return body.path(field).asInt();
        }

        /** What it says, in short. */
        String words() {
            String text = body.isMissingNode() ? "" : body.toString();
            return "answered " + status + (text.isEmpty() ? "" : ": " + (text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        }
    }

    /** Works with the account's token, once more with a fresh one if the answer says that it has expired. */
    Answer withToken(Account account, Fetching fetching, Predicate<Answer> expired, Work work) throws ChatProblem {
        Answer first = work.with(token(account, fetching, false));
        return expired.test(first) ? work.with(token(account, fetching, true)) : first;
    }

    private String token(Account account, Fetching fetching, boolean anew) throws ChatProblem {
        Instant now = clock.instant();
        Token kept = tokens.get(account.id());
        if (!anew && kept != null && kept.version() == account.version() && kept.secret().equals(account.secret())
                && kept.until().isAfter(now)) {
            return kept.value();
        }
        Fetched fetched;
        try {
            fetched = fetching.fetch();
        } catch (ChatProblem e) {
            // Whatever it was: no message was on its way.
            throw new ChatProblem(Outcome.Kind.CLOSED, e.getMessage());
        }
        tokens.put(account.id(), new Token(account.version(), account.secret(), fetched.value(),
                now.plusSeconds(Math.max(60, fetched.seconds() - EARLY_SECONDS))));
        return fetched.value();
    }

    /** Calls with JSON; says before that the other side may take it. */
    Answer send(Errand errand, String method, String url, Map<String, String> headers, Object body) throws ChatProblem {
        if (!errand.handOver().getAsBoolean()) {
            throw new ChatProblem(Outcome.Kind.LATER, "Another node has taken the message");
        }
        return call(method, url, headers, body);
    }

    /** Calls with JSON. */
    Answer call(String method, String url, Map<String, String> headers, Object body) throws ChatProblem {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/json; charset=utf-8");
        all.putAll(headers);
        return raw(method, url, all, body == null ? new byte[0] : Digests.bytes(write(body)));
    }

    /** Calls. */
    Answer raw(String method, String url, Map<String, String> headers, byte[] body) throws ChatProblem {
        OutsideCalls.Answer answer;
        try {
            answer = outside.call(new OutsideCalls.Call(method, url, headers, body));
        } catch (ConnectException e) {
            throw new ChatProblem(Outcome.Kind.CLOSED, "No connection: " + e.getMessage());
        } catch (IOException e) {
            throw new ChatProblem(Outcome.Kind.UNCERTAIN, "The connection broke: " + e.getMessage());
        }
        Answer read = new Answer(answer.status(), read(answer.body()));
        if (read.status() >= 500 || read.status() == 429) {
            throw new ChatProblem(Outcome.Kind.CLOSED, "The service " + read.words());
        }
        return read;
    }

    /** As the service may be asked again without telling anybody twice: what is not known to have arrived goes again. */
    static ChatProblem again(ChatProblem problem) {
        return problem.unsure() ? new ChatProblem(Outcome.Kind.LATER, problem.getMessage()) : problem;
    }

    /** A refusal by the service. */
    static ChatProblem refused(Answer answer, boolean forGood) {
        return new ChatProblem(forGood ? Outcome.Kind.FAILED : Outcome.Kind.LATER, "The service " + answer.words());
    }

    /** JSON of a value. */
    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A value of JSON; missing if it is none. */
    JsonNode read(String text) {
        try {
            JsonNode node = json.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
