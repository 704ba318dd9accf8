package org.ashlar.platform.collaboration.internal.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.collaboration.internal.model.ActivityTypeEntity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The types of activities that each company begins with, and the rules for more. Thread-safe. */
@Component(service = {CompanyProvisioner.class, RecordRules.class})
@ForModel("platform.activityType")
public final class ActivityTypes implements CompanyProvisioner, RecordRules<ActivityTypeEntity> {

    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9-]{0,31}");
    private static final int ORDER = 500;

    private final EntityStore store;
    private final Sql sql;
    private final Messages messages;
    private final Access access;

    @Activate
    public ActivityTypes(@Reference EntityStore store, @Reference Sql sql, @Reference Messages messages,
            @Reference Access access) {
        this.store = store;
        this.sql = sql;
        this.messages = messages;
        this.access = access;
    }

    private record Given(String code, String icon, int days) {
    }

    private static final List<Given> GIVEN = List.of(new Given("call", "phone", 1), new Given("meeting", "users", 7),
            new Given("mail", "mail", 1), new Given("todo", "check", 3), new Given("review", "file-search", 3));

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "platform.activityTypes";
    }

    @Override
    public void provision(Company company) {
        Set<String> known = sql.any(db -> db.fetch("select code from platform_activity_type where company_id = ?",
                access.caller().companyId())).stream().map(r -> r.get(0, String.class)).collect(Collectors.toSet());
        for (Given given : GIVEN) {
            if (!known.contains(given.code())) {
                ActivityTypeEntity type = new ActivityTypeEntity();
                type.setCode(given.code());
                type.setName(messages.text(company.locale(), "platform.activityType." + given.code(), List.of()));
                type.setIcon(given.icon());
                type.setDays(given.days());
                store.insert(type);
            }
        }
    }

    @Override
    public void beforeInsert(ActivityTypeEntity type) {
        if (type.getCode() == null || !CODE.matcher(type.getCode()).matches()) {
            throw Problem.rule("code", "platform.activityType.code", String.valueOf(type.getCode()));
        }
        checkDays(type);
    }

    @Override
    public void beforeUpdate(ActivityTypeEntity type, Set<String> changed) {
        checkDays(type);
    }

    private static void checkDays(ActivityTypeEntity type) {
        if (type.getDays() != null && (type.getDays() < 0 || type.getDays() > 3_650)) {
            throw Problem.rule("days", "platform.activityType.days", String.valueOf(type.getDays()));
        }
    }
}
