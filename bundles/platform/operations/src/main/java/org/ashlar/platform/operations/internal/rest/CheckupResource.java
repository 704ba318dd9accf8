package org.ashlar.platform.operations.internal.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.checkup.Checkup;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /checkup}: what an administrator should look at, in his language. Thread-safe. */
@Component(service = CheckupResource.class)
@RestResource
@Path("/checkup")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckupResource {

    private final Checkup checkup;
    private final Messages messages;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public CheckupResource(@Reference Checkup checkup, @Reference Messages messages, @Reference Access access,
            @Reference Clock clock) {
        this.checkup = checkup;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    /** Runs the health check now. */
    @GET
    @Permission("platform.checkup.run")
    public CheckupView run() {
        Locale locale = access.caller().locale();
        List<FindingView> findings = checkup.run().stream().map(f -> new FindingView(f.area(),
                messages.text(locale, "checkup.area." + f.area(), List.of()), f.severity(),
                messages.text(locale, f.key(), f.args()), f.path())).toList();
        return new CheckupView(clock.instant(), findings);
    }

    /**
     * The health check.
     *
     * @param findings worst first, empty if all is well
     */
    public record CheckupView(Instant checkedAt, List<FindingView> findings) {
    }

    /**
     * A finding.
     *
     * @param title of the area
     * @param path page of the suite where it can be looked at, or {@code null}
     */
    public record FindingView(String area, String title, Severity severity, String text, String path) {
    }
}
