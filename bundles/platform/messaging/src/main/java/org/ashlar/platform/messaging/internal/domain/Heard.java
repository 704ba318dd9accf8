package org.ashlar.platform.messaging.internal.domain;

/**
 * What a verified call says: a question that is answered as it is, the press of a button, or nothing that concerns us.
 *
 * @param answer what to answer, {@code null} for a press
 * @param press the press, {@code null} for none
 */
public record Heard(Reply answer, Press press) {

    /**
     * Somebody pressed a button.
     *
     * @param chatUser who, as the service knows him
     * @param token the card
     * @param approve which button
     * @param comment what he wrote, {@code null} if nothing
     * @param proof the call's signature: it counts once
     * @param replyCode by which the card can be changed, {@code null} if the service needs none
     */
    public record Press(String chatUser, String token, boolean approve, String comment, String proof, String replyCode) {
    }

    /**
     * An answer.
     *
     * @param mediaType its type
     * @param body its text
     */
    public record Reply(String mediaType, String body) {
    }

    /** Answers a question. */
    public static Heard answer(String mediaType, String body) {
        return new Heard(new Reply(mediaType, body), null);
    }
}
