package org.ashlar.platform.insight.internal.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.activity.FollowUps;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who is expected to write follow-ups and has not written any for days. */
@Component
public final class SilentReport implements Report {

    private static final int MOST = 365;
    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("login", "text"),
            new ReportTable.Column("name", "text"), new ReportTable.Column("lastFollowUp", "date"), new ReportTable.Column("days", "number"),
            new ReportTable.Column("lastSignIn", "date"));

    private final Workdays work;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FollowUps> followUps;

    /** By injection. */
    @Activate
    public SilentReport(@Reference Workdays work) {
        this.work = work;
    }

    @Override
    public String id() {
        return "platform.silent";
    }

    @Override
    public String permission() {
        return AdoptionReport.PERMISSION;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("days", "number", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("platform.user");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        long days = request.number("days", (long) Workdays.WEEK);
        if (days < 1 || days > MOST) {
            FieldError error = FieldError.of("days", "platform.scheduledReport.range", 1, MOST);
            throw new Problem(ProblemKind.BAD_REQUEST, error.code(), error.args(), List.of(error));
        }
        Set<String> models = new TreeSet<>();
        followUps.forEach(f -> models.addAll(f.models()));
        Map<Long, LocalDate> last = work.lastCreated(models, MOST);
        Map<Long, LocalDate> signIns = work.signIns();
        LocalDate today = work.today();
        List<List<Object>> rows = new ArrayList<>();
        for (Users.User user : work.people()) {
            LocalDate day = last.get(user.id());
            boolean silent = day == null || day.isBefore(today.minusDays(days - 1));
            // Administrators may do everything, and are not expected to.
            if (silent && !work.may(user.id(), "*") && models.stream().anyMatch(m -> work.may(user.id(), m + ".create"))) {
                rows.add(Arrays.asList(user.login(), user.name(), day, day == null ? null : ChronoUnit.DAYS.between(day, today),
                        signIns.get(user.id())));
            }
        }
        return new ReportTable(COLUMNS, rows, List.of());
    }
}
