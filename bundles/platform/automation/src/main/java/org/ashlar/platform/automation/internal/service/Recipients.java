package org.ashlar.platform.automation.internal.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users that a rule means: logins, {@code role:code}, {@code group:code}, {@code field:name} of the record. Thread-safe. */
@Component(service = Recipients.class)
public final class Recipients {

    private final Users users;
    private final Members members;
    private final Access access;

    /** By injection. */
    @Activate
    public Recipients(@Reference Users users, @Reference Members members, @Reference Access access) {
        this.users = users;
        this.members = members;
        this.access = access;
    }

    /**
     * Ids of active users.
     *
     * @throws Problem RULE if there is nobody, or a login is unknown
     */
    List<Long> users(String text, Map<String, Object> values) {
        Set<Long> found = new LinkedHashSet<>();
        for (String part : Effects.addresses(text)) {
            if (part.startsWith("role:")) {
                found.addAll(members.withRole(part.substring(5), access.caller().companyId()));
            } else if (part.startsWith("group:")) {
                found.addAll(members.inGroup(part.substring(6)));
            } else if (part.startsWith("field:")) {
                Object value = Values.value(values, part.substring(6));
                Object id = value instanceof Map<?, ?> reference ? reference.get("id") : value;
                if (id instanceof Number number) {
                    found.add(number.longValue());
                }
            } else {
                found.add(users.find(part).map(Users.User::id)
                        .orElseThrow(() -> Problem.rule("recipients", "platform.automation.unknownUser", part)));
            }
        }
        List<Long> active = found.stream().filter(u -> users.find(u).filter(Users.User::active).isPresent()).toList();
        if (active.isEmpty()) {
            throw Problem.rule("recipients", "platform.automation.noRecipient");
        }
        return active;
    }
}
