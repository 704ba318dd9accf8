package org.ashlar.platform.messaging.internal.domain;

import org.ashlar.platform.messaging.internal.model.ChannelKind;

/**
 * A channel with its opened secrets.
 *
 * @param id id
 * @param company its company
 * @param version version of the record, so that tokens of other settings are not used
 * @param kind service
 * @param url address without a slash at the end
 * @param corp WeCom's corpid
 * @param app application
 * @param agent agent or robot
 * @param cardTemplate DingTalk's template of cards
 * @param body what is posted to a gateway
 * @param code code
 * @param callbackPath where it calls back
 * @param active whether it is used
 * @param secret the application's secret
 * @param callbackToken token of callbacks
 * @param callbackKey key of callbacks
 */
public record Account(long id, long company, int version, ChannelKind kind, String url, String corp, String app, String agent,
        String cardTemplate, String body, String code, String callbackPath, boolean active, String secret,
        String callbackToken, String callbackKey) {

    /** Whether cards with buttons can be sent: what comes back can be verified. */
    public boolean cards() {
        return switch (kind) {
            case WECOM -> callbackToken != null && callbackKey != null;
            case FEISHU -> callbackToken != null && callbackKey != null;
            case DINGTALK -> callbackKey != null && cardTemplate != null;
            case SMS -> false;
        };
    }

    /** Whether its secret is missing. A gateway of text messages may do without. */
    public boolean incomplete() {
        return secret == null && kind != ChannelKind.SMS;
    }

    @Override
    public String toString() {
        return "channel " + code;
    }
}
