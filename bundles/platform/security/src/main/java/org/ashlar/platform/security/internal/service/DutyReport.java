package org.ashlar.platform.security.internal.service;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds duties that conflict, in the caller's company. */
@Component
public final class DutyReport implements Report {
    private final Duties duties;
    private final Access access;

    /** By injection. */
    @Activate
    public DutyReport(@Reference Duties duties, @Reference Access access) {
        this.access = access;
        this.duties = duties;
    }

    @Override
    public String id() {
        return "platform.dutyConflicts";
    }

    @Override
    public String permission() {
        return "platform.dutyConflict.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of();
    }

    /** Names users of the caller's company only, which is what its readers may see of them. */
    @Override
    public Set<String> models() {
        return Set.of("platform.dutyConflict");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        List<List<Object>> rows = duties.present(access.caller().companyId()).stream().map(p -> List.<Object>of(
                p.account().login(), p.account().name(), p.conflict().title(), p.conflict().first(), p.conflict().second(),
                p.account().roles().stream().map(RoleGiven::role).sorted().distinct().collect(Collectors.joining(" "))))
                .toList();
        return new ReportTable(List.of(new ReportTable.Column("login", "text"), new ReportTable.Column("name", "text"),
                new ReportTable.Column("conflict", "text"), new ReportTable.Column("first", "text"),
                new ReportTable.Column("second", "text"), new ReportTable.Column("roles", "text")), rows,
                List.of());
    }
}
