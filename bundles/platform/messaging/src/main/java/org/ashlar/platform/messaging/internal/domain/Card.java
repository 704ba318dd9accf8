package org.ashlar.platform.messaging.internal.domain;

import java.util.List;

/**
 * A request for approval as a chat shows it, in the receiver's language.
 *
 * @param token names the card in callbacks
 * @param open whether it has buttons
 * @param title what it is about
 * @param by policy and requester
 * @param reason why, {@code null} if none
 * @param facts label and value
 * @param lines the document's lines
 * @param state how it stands, shown when it has no buttons
 * @param url the request in the suite, {@code null} if the suite's address is not known
 * @param words labels
 */
public record Card(String token, boolean open, String title, String by, String reason, List<Fact> facts, List<String> lines,
        String state, String url, Words words) {

    /** A fact. */
    public record Fact(String label, String value) {
    }

    /** Labels. */
    public record Words(String approve, String reject, String comment, String lines, String look) {
    }

    /** The facts, one a line. */
    public String factsText() {
        return String.join("\n", facts.stream().map(f -> f.label() + ": " + f.value()).toList());
    }
}
