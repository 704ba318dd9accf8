package org.ashlar.platform.messaging.internal.out;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ashlar.platform.messaging.internal.chat.ChatService;
import org.ashlar.platform.messaging.internal.chat.DingTalk;
import org.ashlar.platform.messaging.internal.chat.Feishu;
import org.ashlar.platform.messaging.internal.chat.Gateway;
import org.ashlar.platform.messaging.internal.chat.Sms;
import org.ashlar.platform.messaging.internal.chat.WeCom;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.outside.OutsideCalls;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services by kind. Thread-safe. */
@Component(service = Services.class)
public final class Services {
    private final Map<ChannelKind, ChatService> all = new EnumMap<>(ChannelKind.class);

    /** By injection. */
    @Activate
    public Services(@Reference Gateway gateway, @Reference OutsideCalls outside) {
        Stream.of(new WeCom(gateway), new DingTalk(gateway), new Feishu(gateway), new Sms(gateway, outside))
                .forEach(service -> all.put(service.kind(), service));
    }

    /** The service of a kind. */
    public ChatService of(ChannelKind kind) {
        return all.get(kind);
    }
}
