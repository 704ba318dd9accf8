package org.ashlar.platform.messaging.internal.service;

import java.util.Set;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.model.AddressEntity;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.messaging.internal.out.Accounts;
import org.ashlar.platform.messaging.internal.out.Directory;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of addresses: one line without blanks, a mobile number for text messages, nobody else's. */
@Component
@ForModel("platform.messageAddress")
public final class AddressRules implements RecordRules<AddressEntity> {
    private final Accounts accounts;
    private final Directory directory;
    private final Users users;

    /** By injection. */
    @Activate
    public AddressRules(@Reference Accounts accounts, @Reference Directory directory, @Reference Users users) {
        this.accounts = accounts;
        this.directory = directory;
        this.users = users;
    }

    @Override
    public void beforeInsert(AddressEntity address) {
        check(address);
    }

    @Override
    public void beforeUpdate(AddressEntity address, Set<String> changed) {
        check(address);
    }

    private void check(AddressEntity entity) {
        Account account = accounts.find(entity.getChannel())
                .orElseThrow(() -> Problem.notFound("platform.messageChannel", entity.getChannel()));
        String address = entity.getAddress().strip();
        if (account.kind() == ChannelKind.SMS) {
            address = address.replaceAll("[ ().-]", "");
            if (!address.matches("\\+?[0-9]{5,20}")) {
                throw Problem.rule("address", "platform.messaging.mobile", entity.getAddress());
            }
        } else if (!address.matches("[^\\s|\\p{Cntrl}]{1,128}") || address.startsWith("@")) {
            // 企业微信 takes | for the next receiver and @all for everybody.
            throw Problem.rule("address", "platform.messaging.address", entity.getAddress());
        }
        entity.setAddress(address);
        directory.user(account.id(), address).filter(user -> user.longValue() != entity.getUser()).ifPresent(other -> {
            throw Problem.rule("address", "platform.messaging.taken", users.find(other).map(Users.User::name).orElse(""));
        });
    }
}
