package org.ashlar.platform.insight.internal.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people create and change in the caller's company, by kind of record. */
@Component
public final class AdoptionByModelReport implements Report {

    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("login", "text"),
            new ReportTable.Column("name", "text"), new ReportTable.Column("model", "text"), new ReportTable.Column("created7", "number"),
            new ReportTable.Column("changed7", "number"), new ReportTable.Column("created30", "number"),
            new ReportTable.Column("changed30", "number"));

    private final Workdays work;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public AdoptionByModelReport(@Reference Workdays work, @Reference Messages messages, @Reference Access access) {
        this.work = work;
        this.messages = messages;
        this.access = access;
    }

    @Override
    public String id() {
        return "platform.adoptionByModel";
    }

    @Override
    public String permission() {
        return AdoptionReport.PERMISSION;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("login", "text", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("platform.user");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        String login = request.text("login", null);
        Map<Long, Map<String, Workdays.Count>> counts = work.counts();
        List<List<Object>> rows = new ArrayList<>();
        for (Users.User user : work.people()) {
            if (login == null || login.equals(user.login())) {
                counts.getOrDefault(user.id(), Map.of()).forEach((model, c) -> {
                    if (!c.equals(Workdays.Count.NONE)) {
                        rows.add(List.of(user.login(), user.name(), title(model), c.created7(), c.changed7(), c.created30(), c.changed30()));
                    }
                });
            }
        }
        return new ReportTable(COLUMNS, rows, List.of());
    }

    private String title(String model) {
        String key = "model." + model;
        return messages.has(access.caller().locale(), key) ? messages.text(access.caller().locale(), key, List.of()) : model;
    }
}
