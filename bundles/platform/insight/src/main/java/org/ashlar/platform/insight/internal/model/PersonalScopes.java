package org.ashlar.platform.insight.internal.model;

import org.ashlar.platform.access.RecordScope;
import org.ashlar.platform.access.RowRule;
import org.osgi.service.component.annotations.Component;

/** Who sees views and dashboards of others. */
public final class PersonalScopes {

    private PersonalScopes() {
    }

    /** Own views, the company's, and what is shared. Thread-safe. */
    @Component
    public static final class Views implements RecordScope {

        @Override
        public String model() {
            return "platform.savedView";
        }

        @Override
        public String above() {
            return "platform.savedView.manage";
        }

        @Override
        public RowRule rule() {
            return RowRule.filter("owner=={user},shared==true,owner=null=true");
        }
    }

    /** As views, and what is shared with the user or a role that he was given. Thread-safe. */
    @Component
    public static final class Boards implements RecordScope {

        private static final String ROLES = "select ur.role_code from platform_user_role ur where ur.user_id = {user}"
                + " and (ur.company is null or ur.company = {company}) union select gr.role_code from platform_group_role gr"
                + " join platform_group_member gm on gm.group_id = gr.group_id where gm.user_id = {user}"
                + " and (gr.company is null or gr.company = {company})";
        private static final String IDS = "select d.id from platform_dashboard d where d.owner_id is null or d.shared = true"
                + " or d.owner_id = {user} union select s.dashboard_id from platform_dashboard_share s where s.user_id = {user}"
                + " or s.role_code in (" + ROLES + ")";

        @Override
        public String model() {
            return "platform.dashboard";
        }

        @Override
        public String above() {
            return "platform.dashboard.manage";
        }

        @Override
        public RowRule rule() {
            return RowRule.ids(IDS);
        }
    }
}
