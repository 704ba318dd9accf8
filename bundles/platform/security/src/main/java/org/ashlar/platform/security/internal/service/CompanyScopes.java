package org.ashlar.platform.security.internal.service;

import java.util.Map;
import org.ashlar.platform.access.RowRule;

/**
 * What an administrator of one company sees of records that belong to the whole installation: users who work in his
 * company, their roles and sign-ins, groups that give roles there. Who may read users in all companies is not bound by it.
 */
final class CompanyScopes {
    private static final String USERS = "select ur.user_id from platform_user_role ur"
            + " where ur.company is null or ur.company = {company} union select gm.user_id from platform_group_member gm"
            + " join platform_group_role gr on gr.group_id = gm.group_id where gr.company is null or gr.company = {company}";
    private static final String USER_ROLES = "select ur.id from platform_user_role ur where ur.company is null"
            + " or ur.company in (select o.company from platform_user_role o where o.user_id = {user})"
            + " or ur.company in (select gr.company from platform_group_role gr join platform_group_member gm"
            + " on gm.group_id = gr.group_id where gm.user_id = {user})";
    private static final String GROUPS = "select g.id from platform_group g where exists (select 1 from platform_group_role gr"
            + " where gr.group_id = g.id) and not exists (select 1 from platform_group_role gr where gr.group_id = g.id"
            + " and gr.company is not null and gr.company <> {company})";
    private static final String OVERRIDES =
            "select o.id from platform_duty_override o where o.company is null or o.company = {company}";

    private static final String SIGN_INS = "select si.id from platform_sign_in si where si.user_id in (" + USERS + ")";

    private static final String COMPANIES = "select c.id from platform_company c where c.id in (select o.company from"
            + " platform_user_role o where o.user_id = {user}) or c.id in (select gr.company from platform_group_role gr"
            + " join platform_group_member gm on gm.group_id = gr.group_id where gm.user_id = {user})"
            + " or exists (select 1 from platform_user_role o where o.user_id = {user} and o.company is null)"
            + " or exists (select 1 from platform_group_role gr join platform_group_member gm on gm.group_id = gr.group_id"
            + " where gm.user_id = {user} and gr.company is null)";

    /** Conditions by model. */
    static final Map<String, RowRule> RULES = Map.of("platform.user", RowRule.ids(USERS), "platform.userRole",
            RowRule.ids(USER_ROLES), "platform.group", RowRule.ids(GROUPS), "platform.dutyOverride", RowRule.ids(OVERRIDES),
            "platform.company", RowRule.ids(COMPANIES),
            "platform.signIn", RowRule.ids(SIGN_INS));

    private CompanyScopes() {
    }
}
