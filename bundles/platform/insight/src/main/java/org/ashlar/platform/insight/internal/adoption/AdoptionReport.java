package org.ashlar.platform.insight.internal.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works with the suite in the caller's company, and who does not. Watches people, so for administrators only. */
@Component
public final class AdoptionReport implements Report {

    /** Held by nobody but administrators until somebody grants it. */
    static final String PERMISSION = "platform.adoption.read";

    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("login", "text"),
            new ReportTable.Column("name", "text"), new ReportTable.Column("lastSignIn", "date"),
            new ReportTable.Column("lastWork", "date"), new ReportTable.Column("activeDays", "number"),
            new ReportTable.Column("created7", "number"), new ReportTable.Column("changed7", "number"),
            new ReportTable.Column("created30", "number"), new ReportTable.Column("changed30", "number"));

    private final Workdays work;

    /** By injection. */
    @Activate
    public AdoptionReport(@Reference Workdays work) {
        this.work = work;
    }

    @Override
    public String id() {
        return "platform.adoption";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of();
    }

    @Override
    public Set<String> models() {
        return Set.of("platform.user");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Map<Long, Map<String, Workdays.Count>> counts = work.counts();
        Map<Long, Workdays.Presence> presence = work.presence();
        Map<Long, LocalDate> signIns = work.signIns();
        List<List<Object>> rows = new ArrayList<>();
        Workdays.Count all = Workdays.Count.NONE;
        for (Users.User user : work.people()) {
            Workdays.Count count = counts.getOrDefault(user.id(), Map.of()).values().stream().reduce(Workdays.Count.NONE, Workdays.Count::plus);
            Workdays.Presence present = presence.getOrDefault(user.id(), new Workdays.Presence(0, null));
            rows.add(Arrays.asList(user.login(), user.name(), signIns.get(user.id()), present.last(), present.days(), count.created7(),
                    count.changed7(), count.created30(), count.changed30()));
            all = all.plus(count);
        }
        return new ReportTable(COLUMNS, rows, Arrays.asList(null, null, null, null, null, all.created7(), all.changed7(), all.created30(),
                all.changed30()));
    }
}
