package org.ashlar.itests.browser;

import java.util.List;

/** Every page that is looked at in each language, theme and width. A new page is one line here. */
final class Views {
    private static final String ROW = ".tbody .td b, .phone-link .b";

    private Views() {
    }

    static List<View> all() {
        return List.of(
                new View("overview", "/", ".chart-box svg"),
                new View("list", "/r/sales.order", ROW),
                new View("list-empty", "/r/sales.order?q=nothinghasthisname", ".empty"),
                new View("list-group", "/r/sales.order?group=state", ".group-cell, .phone-link .b"),
                new View("board", "/r/sales.order?view=kanban", ".kcard"),
                new View("deals", "/r/crm.opportunity?view=kanban", ".kcard"),
                new View("calendar", "/r/sales.order?view=calendar", ".event"),
                new View("pivot", "/r/sales.order?view=pivot", ".pivot td"),
                new View("graph", "/r/sales.order?view=graph", ".chart-box svg"),
                new View("graph-table", "/r/sales.order?view=graph&by=party&split=state&chart=table", ".pivot td"),
                new View("gantt", "/r/sales.order?view=gantt", ".gbar"),
                new View("tree", "/r/masters.productCategory?view=tree", ".tree tbody a"),
                new View("cards", "/r/masters.party?view=gallery", ".gcard"),
                new View("calendar-week", "/r/sales.order?view=calendar&span=week", ".cal-day, .agenda"),
                new View("pivot-levels", "/r/sales.order?view=pivot&rows=state,party&measures=count,sum(totalAmount)", ".pivot td"),
                new View("dashboard", "/dashboards/sales.overview", ".chart-box svg"),
                new View("form", "/r/sales.order/{sales.order}", ".totals .grand"),
                new View("form-new", "/r/sales.order/new", "[data-line]"),
                new View("party", "/r/masters.party/{masters.party}", ".field"),
                new View("product", "/r/masters.product/{masters.product}", ".field"),
                new View("invoice", "/r/finance.invoice/{finance.invoice}", ".totals .grand"),
                new View("entry", "/r/finance.entry/{finance.entry}", ".totals .grand"),
                new View("stock", "/r/inventory.quant", ROW),
                new View("users", "/r/platform.user", ROW),
                new View("user", "/r/platform.user/{platform.user}", ".field"),
                new View("rights", "/r/platform.user/{platform.user}?tab=rights", ".adm-table"),
                new View("roles", "/admin/roles", ".adm-table"),
                new View("role", "/admin/roles/finance.clerk", ".adm-module"),
                new View("administration", "/admin", ".adm-links a"),
                new View("health", "/admin/health", ".adm-findings"),
                new View("jobs", "/admin/jobs?tab=schedules", ".adm-table"),
                new View("backups", "/admin/backups", ".adm-box"),
                new View("deliveries", "/admin/deliveries", ".adm-box"),
                new View("packages", "/admin/packages", ".drop"),
                new View("set-up-data", "/setup?step=data", ".setup-choice"),
                new View("studio", "/studio", "main h1"),
                new View("studio-model", "/studio/sales.order", "main h1"),
                new View("studio-list", "/studio/sales.order?tab=list", "main h1"),
                new View("studio-form", "/studio/sales.order?tab=form", "main h1"),
                new View("approval-policy", "/r/platform.approvalPolicy/new", "main h1"),
                new View("automation-rule", "/r/platform.automationRule/new", "main h1"),
                new View("mail-template", "/r/platform.mailTemplate/new", "main h1"),
                new View("print-template", "/r/platform.printTemplate/new", "main h1"),
                new View("approvals", "/approvals", "main h1"),
                new View("dashboards", "/dashboards", "main h1"),
                new View("offline-notes", "/offline", "main h1"),
                new View("opportunity", "/r/crm.opportunity/{crm.opportunity}", ".field"),
                new View("message-channel", "/r/platform.messageChannel/new", ".field"),
                new View("intercompany-rule", "/r/purchasing-sales.rule/new", ".field"),
                new View("seal", "/r/platform.seal/new", ".field"),
                new View("adoption", "/reports/platform.adoption", "main h1"),
                new View("lead", "/r/crm.lead/{crm.lead}", ".field"),
                new View("reports", "/reports", "main h1"),
                new View("report", "/reports/finance.trialBalance", "main h1"),
                new View("import", "/import", "main h1"),
                new View("apps", "/apps", ".adm-app"),
                new View("profile", "/profile", "main h1"),
                new View("my-tasks", "/my-tasks", "main h1"),
                new View("notifications", "/notifications", "main h1"),
                new View("recycle-bin", "/recycle-bin", "main h1"),
                new View("audit", "/audit", "main h1"),
                new View("gallery", "/gallery", "main h1"),
                new View("receive", "/p/purchasing/receive", ".scan-order, .empty"),
                new View("offline-log", "/offline", "#offline-who"),
                new View("not-found", "/nowhere", ".empty"),
                new View("palette", "/apps", "main h1").pressing("Control+k", "dialog[open]"),
                new View("shortcuts", "/apps", "main h1").pressing("?", "dialog[open]"));
    }
}
