package org.ashlar.platform.messaging.internal.model;

import org.ashlar.platform.access.Channel;

/** Services that pass messages on. */
public enum ChannelKind {
    /** 企业微信. */
    WECOM("https://qyapi.weixin.qq.com", Channel.WECOM),
    /** 钉钉. */
    DINGTALK("https://api.dingtalk.com", Channel.DINGTALK),
    /** 飞书. */
    FEISHU("https://open.feishu.cn", Channel.FEISHU),
    /** Text messages through an HTTP gateway; nobody answers by them. */
    SMS(null, null);

    private final String address;
    private final Channel channel;

    ChannelKind(String address, Channel channel) {
        this.address = address;
        this.channel = channel;
    }

    /** Public address of the service, {@code null} if there is none. */
    public String address() {
        return address;
    }

    /** The way in of what comes from there, {@code null} if nothing does. */
    public Channel channel() {
        return channel;
    }

    /** Id of its notification channel. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
