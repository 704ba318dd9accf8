package org.ashlar.platform.messaging.internal.service;

import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own addresses: everybody keeps his, without a right to those of others. Thread-safe. */
@Component(service = OwnAddresses.class)
public final class OwnAddresses {
    private static final String MODEL = "platform.messageAddress";

    private final Records records;
    private final Rows rows;
    private final Access access;

    /** By injection. */
    @Activate
    public OwnAddresses(@Reference Records records, @Reference Rows rows, @Reference Access access) {
        this.records = records;
        this.rows = rows;
        this.access = access;
    }

    /**
     * A channel with the caller's address there.
     *
     * @param channel channel id
     * @param name its name
     * @param kind its service
     * @param address the caller's address, {@code null} if he gave none
     */
    public record Own(long channel, String name, String kind, String address) {
    }

    /** Active channels of the caller's company. */
    public List<Own> mine() {
        return rows.query("select c.id, c.name, c.kind, a.address from platform_message_channel c"
                + " left join platform_message_address a on a.channel_id = c.id and a.user_id = ?"
                + " where c.company_id = ? and c.active = ? order by c.code", r -> new Own(r.getLong(1), r.getString(2),
                        r.getString(3), r.getString(4)), access.caller().userId(), access.caller().companyId(), true);
    }

    /** Sets the caller's address at a channel, or removes it. */
    public void put(long channel, String address) {
        Caller caller = access.caller();
        if (caller.userId() <= 0 || mine().stream().noneMatch(o -> o.channel() == channel)) {
            throw Problem.notFound("platform.messageChannel", channel);
        }
        List<Long> known = rows.query("select id from platform_message_address where channel_id = ? and user_id = ?",
                r -> r.getLong(1), channel, caller.userId());
        // His own is his own: the grant of this one model is lent for the one row, the audit log names him.
        access.as(lent(caller), () -> {
            boolean none = address == null || address.isBlank();
            if (none && !known.isEmpty()) {
                records.delete(MODEL, known.get(0), null);
            } else if (!none && known.isEmpty()) {
                records.create(MODEL, Map.of("channel", channel, "user", caller.userId(), "address", address));
            } else if (!none) {
                records.update(MODEL, known.get(0), null, Map.of("address", address));
            }
            return null;
        });
    }

    private static Caller lent(Caller caller) {
        return new Caller(caller.userId(), caller.login(), caller.companyId(), caller.companies(),
                java.util.Set.of(MODEL + ".*", "platform.messageChannel.read", "platform.user.read"), caller.locale(),
                caller.zone(), caller.channel(), caller.address());
    }
}
