package org.ashlar.platform.messaging.internal.service;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.ashlar.platform.messaging.internal.in.CallbackResource;
import org.ashlar.platform.messaging.internal.model.ChannelEntity;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.messaging.internal.out.Post;
import org.ashlar.platform.outside.OutsideCalls;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of channels: what each service needs is there. What waits is tried again as soon as a channel was changed. */
@Component
@ForModel("platform.messageChannel")
public final class ChannelRules implements RecordRules<ChannelEntity> {
    private final OutsideCalls outside;
    private final Post post;
    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    /** By injection. */
    @Activate
    public ChannelRules(@Reference OutsideCalls outside, @Reference Post post, @Reference Transactions transactions) {
        this.outside = outside;
        this.post = post;
        this.transactions = transactions;
    }

    @Override
    public void beforeInsert(ChannelEntity channel) {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        channel.setCallbackPath("/api/v1" + CallbackResource.PATH + "/" + HexFormat.of().formatHex(secret));
        check(channel);
    }

    @Override
    public void beforeUpdate(ChannelEntity channel, Set<String> changed) {
        check(channel);
        long id = channel.getId();
        transactions.afterCommit(() -> post.outbox().hurry(id));
    }

    private void check(ChannelEntity channel) {
        ChannelKind kind = channel.getKind();
        if (channel.getUrl() != null) {
            channel.setUrl(channel.getUrl().strip().replaceAll(kind == ChannelKind.SMS ? "$^" : "/+$", ""));
        }
        if (channel.getUrl() == null ? kind.address() == null : !outside.callable(channel.getUrl())) {
            throw Problem.rule("url", "platform.messaging.url");
        }
        switch (kind) {
            case WECOM -> {
                required("corp", channel.getCorp());
                required("agent", channel.getAgent());
                if (!channel.getAgent().matches("\\d{1,18}")) {
                    throw Problem.rule("agent", "platform.messaging.agent");
                }
            }
            case DINGTALK -> {
                required("app", channel.getApp());
                required("agent", channel.getAgent());
            }
            case FEISHU -> required("app", channel.getApp());
            default -> {
                required("body", channel.getBody());
                if (!channel.getBody().contains("{to}") || !channel.getBody().contains("{text}")) {
                    throw Problem.rule("body", "platform.messaging.body");
                }
            }
        }
    }

    private static void required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.rule(field, "platform.value.required");
        }
    }
}
