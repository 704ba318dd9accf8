package org.ashlar.platform.operations.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.operations.internal.auditor.AuditorRuns;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the auditor found last night in the caller's company. Thread-safe. */
@Component(service = AuditorResource.class)
@RestResource
@Path("/operations/auditor")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditorResource {

    private final AuditorRuns runs;
    private final PlanViews texts;
    private final Access access;

    /** By injection. */
    @Activate
    public AuditorResource(@Reference AuditorRuns runs, @Reference PlanViews texts, @Reference Access access) {
        this.runs = runs;
        this.texts = texts;
        this.access = access;
    }

    /** The last run. */
    @GET
    @Permission("platform.checkup.run")
    public RunView latest() {
        Locale locale = access.caller().locale();
        long company = access.caller().companyId();
        return new RunView(runs.latest().orElse(null), runs.results().stream().filter(r -> r.company() == company)
                .map(r -> new ResultView(r.rule(), texts.of(locale, "rule." + r.rule(), r.rule()), r.breaches(), r.failed(),
                        r.subject(), r.path())).toList());
    }

    /**
     * A run.
     *
     * @param ranAt when, {@code null} if there was none yet
     */
    public record RunView(Instant ranAt, List<ResultView> results) {
    }

    /**
     * What a rule found.
     *
     * @param failed whether it could not be checked
     * @param subject the first breach
     * @param path page of the suite where that can be looked at, or {@code null}
     */
    public record ResultView(String rule, String title, int breaches, boolean failed, String subject, String path) {
    }
}
