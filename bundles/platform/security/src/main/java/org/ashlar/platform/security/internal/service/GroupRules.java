package org.ashlar.platform.security.internal.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.model.GroupEntity;
import org.ashlar.platform.security.internal.model.GroupMemberEntity;
import org.ashlar.platform.security.internal.model.GroupRoleEntity;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of groups: who changes one gives or takes all its roles, so he must hold them himself. */
@Component
@ForModel("platform.group")
public final class GroupRules implements RecordRules<GroupEntity> {
    private static final Pattern CODE = Pattern.compile("[a-zA-Z][a-zA-Z0-9._-]{0,63}");

    private final Delegation delegation;
    private final Accounts accounts;
    private final Duties duties;

    /** By injection. */
    @Activate
    public GroupRules(@Reference Delegation delegation, @Reference Accounts accounts, @Reference Duties duties) {
        this.delegation = delegation;
        this.accounts = accounts;
        this.duties = duties;
    }

    @Override
    public void beforeInsert(GroupEntity group) {
        if (!CODE.matcher(group.getCode()).matches()) {
            throw Problem.rule("code", "platform.group.code", group.getCode());
        }
        check(group);
    }

    @Override
    public void beforeUpdate(GroupEntity group, Set<String> changed) {
        check(group);
        delegation.requireAll(group.loadedRoles());
    }

    @Override
    public void beforeDelete(GroupEntity group) {
        delegation.requireAll(roles(group));
    }

    private void check(GroupEntity group) {
        int position = 0;
        RoleGraph graph = accounts.graph();
        for (GroupRoleEntity role : group.getRoles()) {
            role.setPosition(++position);
            if (!graph.knows(role.getRole())) {
                throw Problem.rule("roles", "platform.role.unknown", role.getRole());
            }
        }
        position = 0;
        Set<Long> seen = new HashSet<>();
        for (GroupMemberEntity member : group.getMembers()) {
            member.setPosition(++position);
            if (!seen.add(member.getUser())) {
                throw Problem.rule("members", "platform.group.twice", String.valueOf(member.getUser()));
            }
        }
        delegation.requireAll(roles(group));
        List<RoleGiven> given = List.copyOf(roles(group));
        group.getMembers().forEach(m -> accounts.account(m.getUser()).ifPresent(a -> duties.given(a, given)));
    }

    private static Set<RoleGiven> roles(GroupEntity group) {
        return group.getRoles().stream().map(r -> new RoleGiven(r.getRole(), r.getCompany())).collect(Collectors.toSet());
    }
}
