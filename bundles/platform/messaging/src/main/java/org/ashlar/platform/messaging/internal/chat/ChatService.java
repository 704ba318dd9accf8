package org.ashlar.platform.messaging.internal.chat;

import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Card;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.ChannelKind;

/** A service that passes messages on, and calls back. Thread-safe. */
public interface ChatService {

    /** Which one. */
    ChannelKind kind();

    /** Sends a text. */
    void text(Errand errand, Text text) throws ChatProblem;

    /** Sends a card; what names it at the service, {@code null} if its token does. */
    Sent card(Errand errand, Card card) throws ChatProblem;

    /** Shows a card that was sent as it stands now. */
    void update(Errand errand, Card card, Sent before) throws ChatProblem;

    /**
     * Verifies a call and reads it.
     *
     * @throws NotProved if it does not come from the service, or not now
     */
    Heard hear(Account account, Inbound call);

    /** Answers who pressed a button. */
    Heard.Reply reply(Account account, Heard.Press press, boolean done, String words, Inbound call);

    /** Makes itself known at the service, where that is needed, before anybody is asked. */
    default void register(Errand errand, String suiteAddress) throws ChatProblem {
    }

    /**
     * What a service said of a card.
     *
     * @param outsideId what it is called there
     * @param replyCode by which it can be changed once
     */
    record Sent(String outsideId, String replyCode) {
    }
}
