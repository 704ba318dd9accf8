package org.ashlar.crm.internal.service;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in charge and which team shares the record. Thread-safe. */
@Component(service = Salespeople.class)
public final class Salespeople {

    private final Access access;
    private final Users users;
    private final Records records;

    /** Used by DS. */
    @Activate
    public Salespeople(@Reference Access access, @Reference Users users, @Reference Records records) {
        this.access = access;
        this.users = users;
        this.records = records;
    }

    /** The caller, {@code null} if that is the system itself. */
    Long caller() {
        long user = access.caller().userId();
        return user == 0 ? null : user;
    }

    /** Adds an error unless the owner is somebody who may sign in; nobody is fine. */
    void check(Long owner, List<FieldError> errors) {
        if (owner != null && !users.find(owner).map(Users.User::active).orElse(false)) {
            errors.add(FieldError.of("owner", "crm.owner.inactive", name(owner)));
        }
    }

    /** Full name, a dash for nobody. */
    String name(Long user) {
        return user == null ? "–" : users.find(user).map(Users.User::name).orElse("–");
    }

    /** The department of a user, which is his team; {@code null} without. */
    String team(Long user) {
        if (user == null) {
            return null;
        }
        return access.as(access.system(access.caller().companyId()), () -> records.find("platform.user",
                new Records.Query("id==" + user, null, null, List.of("id", "department"), 0, 1, false)).rows().stream()
                .findFirst().map(row -> (String) row.get("department")).filter(d -> !d.isBlank()).orElse(null));
    }
}
