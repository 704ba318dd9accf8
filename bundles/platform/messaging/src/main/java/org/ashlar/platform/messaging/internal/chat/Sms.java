package org.ashlar.platform.messaging.internal.chat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Card;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Digests;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.outbox.Outcome;
import org.ashlar.platform.outside.OutsideCalls;

/**
 * Text messages through a gateway that takes a POST: a body by a template, signed as webhooks are. What may have arrived
 * waits for a person. Thread-safe.
 */
public final class Sms implements ChatService {
    private static final int LONGEST = 300;
    private static final Set<Integer> NOBODY = Set.of(400, 404, 422);

    private final Gateway gateway;
    private final OutsideCalls outside;

    /** Through a gateway. */
    public Sms(Gateway gateway, OutsideCalls outside) {
        this.gateway = gateway;
        this.outside = outside;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public void text(Errand errand, Text text) throws ChatProblem {
        Account account = errand.account();
        boolean json = account.body().strip().startsWith("{") || account.body().strip().startsWith("[");
        byte[] body = Digests.bytes(fill(account.body(), json, errand, Text.shorten(text.words().replaceAll("\\s+", " "), LONGEST)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded; charset=utf-8");
        if (account.secret() != null) {
            headers.put("Ashlar-Signature", outside.signature(account.secret(), body));
        }
        if (!errand.handOver().getAsBoolean()) {
            throw new ChatProblem(Outcome.Kind.LATER, "Another node has taken the message");
        }
        Gateway.Answer answer = gateway.raw("POST", account.url(), headers, body);
        if (answer.status() >= 300) {
            throw Gateway.refused(answer, NOBODY.contains(answer.status()));
        }
    }

    private String fill(String template, boolean json, Errand errand, String text) {
        Map<String, String> values = Map.of("to", errand.to(), "text", text, "key", errand.key(), "app",
                String.valueOf(errand.account().app()));
        StringBuilder filled = new StringBuilder();
        java.util.regex.Matcher place = java.util.regex.Pattern.compile("\\{(to|text|key|app)}").matcher(template);
        int from = 0;
        while (place.find()) {
            String value = values.get(place.group(1));
            String quoted = gateway.write(value);
            filled.append(template, from, place.start())
                    .append(json ? quoted.substring(1, quoted.length() - 1) : URLEncoder.encode(value, StandardCharsets.UTF_8));
            from = place.end();
        }
        return filled.append(template.substring(from)).toString();
    }

    @Override
    public Sent card(Errand errand, Card card) throws ChatProblem {
        throw new ChatProblem(Outcome.Kind.FAILED, "Text messages have no cards");
    }

    @Override
    public void update(Errand errand, Card card, Sent before) throws ChatProblem {
        throw new ChatProblem(Outcome.Kind.FAILED, "Text messages have no cards");
    }

    @Override
    public Heard hear(Account account, Inbound call) {
        throw new NotProved(false);
    }

    @Override
    public Heard.Reply reply(Account account, Heard.Press press, boolean done, String words, Inbound call) {
        throw new IllegalStateException("Nobody answers by text message");
    }
}
