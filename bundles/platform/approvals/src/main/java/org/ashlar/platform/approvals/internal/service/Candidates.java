package org.ashlar.platform.approvals.internal.service;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Colleagues to whom an approver may hand a request on: those who may read its record, by name or login. Thread-safe. */
@Component(service = Candidates.class)
public final class Candidates {

    private static final int MOST = 20;
    private static final int LOOKED_AT = 200;

    private final Sql sql;
    private final Access access;
    private final Approvers approvers;

    /** By injection. */
    @Activate
    public Candidates(@Reference Sql sql, @Reference Access access, @Reference Approvers approvers) {
        this.sql = sql;
        this.access = access;
        this.approvers = approvers;
    }

    /** Those who fit, for a request that the caller may hand on. */
    public List<Inbox.Person> of(Dossier.View request, String words) {
        if (!request.actions().contains("transfer")) {
            throw Problem.of(ProblemKind.DENIED, "platform.approval.notYours");
        }
        String like = "%" + (words == null ? "" : words.strip().toLowerCase(Locale.ROOT).replaceAll("[%_!]", "!$0")) + "%";
        long requester = request.requester() == null ? 0 : request.requester().id();
        return sql.any(db -> db.fetch("select id, name, login from platform_user where active = true and (lower(name) like ? escape '!'"
                + " or lower(login) like ? escape '!') order by name, id fetch first " + LOOKED_AT + " rows only", like, like)).stream()
                .map(row -> new Inbox.Person(row.get(0, Long.class), row.get(1, String.class) == null ? row.get(2, String.class)
                        : row.get(1, String.class)))
                .filter(p -> p.id() != access.caller().userId() && p.id() != requester)
                .filter(p -> approvers.reads(p.id(), request.model(), request.record())).limit(MOST).toList();
    }
}
