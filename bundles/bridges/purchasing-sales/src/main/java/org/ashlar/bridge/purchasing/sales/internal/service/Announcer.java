package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.List;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whom the other company named. Thread-safe. */
@Component(service = Announcer.class)
public final class Announcer {

    private final Rules rules;
    private final Notifications notifications;
    private final EntityStore store;
    private final Access access;

    /** Used by DS. */
    @Activate
    public Announcer(@Reference Rules rules, @Reference Notifications notifications, @Reference EntityStore store,
            @Reference Access access) {
        this.rules = rules;
        this.notifications = notifications;
        this.store = store;
        this.access = access;
    }

    /**
     * Tells a company's responsible user.
     *
     * @param company who is told
     * @param partner whose doing it is
     * @param kind kind of the company's own order
     * @param order its id
     * @param key sentence
     * @param args its arguments
     */
    void tell(long company, long partner, Trade.Kind kind, long order, String key, Object... args) {
        rules.of(company, partner).map(Rules.Rule::responsible).ifPresent(user -> access.as(access.system(company), () -> {
            store.flush();
            notifications.send(new Notice("intercompany", List.of(user), key, List.of(args), kind.model(), order, false));
            return null;
        }));
    }
}
