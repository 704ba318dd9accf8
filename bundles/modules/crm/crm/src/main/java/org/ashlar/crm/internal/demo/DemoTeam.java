package org.ashlar.crm.internal.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Three salespeople in two departments. They have no password, so nobody signs in as them. */
@Component(service = DemoTeam.class)
public final class DemoTeam {

    private record Person(String login, String name, String department) {
    }

    private static final List<Person> PEOPLE = List.of(new Person("li.na", "李娜", "华东销售部"),
            new Person("wang.qiang", "王强", "华东销售部"), new Person("zhao.min", "赵敏", "华南销售部"));
    private static final String ADMINISTRATOR = "admin";

    private final Access access;
    private final Records records;
    private final Users users;

    /** Used by DS. */
    @Activate
    public DemoTeam(@Reference Access access, @Reference Records records, @Reference Users users) {
        this.access = access;
        this.records = records;
        this.users = users;
    }

    /** Ids by login; those who are there already stay as they are. */
    Map<String, Long> load() {
        Map<String, Long> ids = new HashMap<>();
        users.find(ADMINISTRATOR).filter(Users.User::active).ifPresent(user -> ids.put(user.login(), user.id()));
        long company = access.caller().companyId();
        for (Person person : PEOPLE) {
            ids.put(person.login(), users.find(person.login()).map(Users.User::id).orElseGet(() -> records.create("platform.user",
                    Map.of("login", person.login(), "name", person.name(), "department", person.department(), "roles",
                            List.of(Map.of("role", "platform.user", "company", company),
                                    Map.of("role", "crm.salesperson", "company", company))))));
        }
        return ids;
    }
}
