package org.ashlar.platform.operations.internal.auditor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.checkup.Checkup;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells administrators and operators, once each, what the health check finds at night: what does not work every night until it
 * does, the rest when it is new. Thread-safe.
 */
@Component(service = HealthNotice.class)
public final class HealthNotice {

    private static final List<String> ROLES = List.of("platform.admin", "platform.operator");

    private final Checkup checkup;
    private final Members members;
    private final Access access;
    private Set<String> told = Set.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Notifications notifications;

    /** By injection. */
    @Activate
    public HealthNotice(@Reference Checkup checkup, @Reference Members members, @Reference Access access) {
        this.checkup = checkup;
        this.members = members;
        this.access = access;
    }

    synchronized void tell(List<Company> companies) {
        List<Finding> findings = access.as(access.system(0), checkup::run).stream()
                .filter(f -> f.severity() != Severity.INFO && !f.area().equals("auditor")).toList();
        long bad = findings.stream().filter(f -> f.severity() == Severity.BAD).count();
        Set<String> now = new TreeSet<>();
        findings.forEach(f -> now.add(f.key() + f.args()));
        boolean fresh = !told.containsAll(now);
        told = now;
        Notifications sender = notifications;
        if (sender == null || bad == 0 && !fresh) {
            return;
        }
        Map<Long, List<Long>> users = users(companies);
        users.forEach((company, who) -> access.as(access.system(company), () -> {
            sender.send(new Notice("checkup.finding", who, "notice.text.checkup.finding", List.of(bad, findings.size() - bad), null, 0,
                    bad > 0));
            return null;
        }));
    }

    /** Each of them once, in the first company that he looks after. */
    private Map<Long, List<Long>> users(List<Company> companies) {
        Map<Long, List<Long>> users = new LinkedHashMap<>();
        Set<Long> known = new TreeSet<>();
        for (Company company : companies) {
            List<Long> here = new ArrayList<>();
            ROLES.forEach(role -> members.withRole(role, company.id()).stream().filter(known::add).forEach(here::add));
            if (!here.isEmpty()) {
                users.put(company.id(), here);
            }
        }
        return users;
    }
}
