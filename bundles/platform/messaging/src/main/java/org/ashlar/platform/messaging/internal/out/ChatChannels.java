package org.ashlar.platform.messaging.internal.out;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One notification channel per service. */
@Component(service = ChatChannels.class, immediate = true)
public final class ChatChannels {
    private final List<ServiceRegistration<NotificationChannel>> registered = new ArrayList<>();

    /** By injection. */
    @Activate
    public ChatChannels(BundleContext context, @Reference Directory directory, @Reference Accounts accounts,
            @Reference Messages messages, @Reference Cards cards, @Reference Post post, @Reference Access access,
            @Reference Transactions transactions) {
        for (ChannelKind kind : ChannelKind.values()) {
            registered.add(context.registerService(NotificationChannel.class, new ChatChannel(kind, directory, accounts,
                    messages, cards, post, access, transactions), null));
        }
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }
}
