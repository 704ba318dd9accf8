package org.ashlar.platform.studio.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.configuration.Packages;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.view.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packages, and what of the definitions rests or lacks something. Fields, models and views themselves are records. */
@Component(service = StudioResource.class)
@RestResource
@Path("/studio")
@Produces(MediaType.APPLICATION_JSON)
public final class StudioResource {

    private static final int LARGEST = 20 << 20;

    private final Packages packages;
    private final CustomCatalog custom;
    private final Views views;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public StudioResource(@Reference Packages packages, @Reference CustomCatalog custom, @Reference Views views,
            @Reference Messages messages, @Reference Access access) {
        this.packages = packages;
        this.custom = custom;
        this.views = views;
        this.messages = messages;
        this.access = access;
    }

    /** The configuration as a ZIP file; {@code models} separated by commas, all portable ones without. */
    @GET
    @Path("/package")
    @Produces("application/zip")
    @Permission("platform.package.export")
    public Response export(@QueryParam("models") String models) {
        List<String> wanted = models == null || models.isBlank() ? List.of()
                : Arrays.stream(models.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
        return Response.ok(packages.export(wanted), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"ashlar-package.zip\"").build();
    }

    /** Takes a package over, or with {@code dryRun=true} says what that would do. */
    @POST
    @Path("/package")
    @Consumes({"application/zip", "application/octet-stream"})
    @Permission("platform.package.import")
    public PackageView apply(InputStream body, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        try {
            byte[] file = body.readNBytes(LARGEST + 1);
            if (file.length > LARGEST) {
                throw Problem.of(ProblemKind.TOO_LARGE, "platform.body.tooLarge", LARGEST >> 20);
            }
            return view(packages.apply(file, dryRun));
        } catch (IOException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.package.file", "ZIP");
        }
    }

    /** Custom fields whose model is away, custom models that could not be taken over, views that lack fields. */
    @GET
    @Path("/status")
    @Permission("platform.customField.read")
    public StatusView status() {
        List<FieldState> fields = custom.everything().fields().stream().map(f -> new FieldState(f.model(), f.name(),
                !f.active() ? "INACTIVE" : custom.there(f.model()) ? "LIVE" : "DORMANT")).toList();
        List<ModelState> models = custom.everything().models().stream().map(m -> new ModelState("custom." + m.code(),
                !m.active() ? "INACTIVE" : custom.there("custom." + m.code()) ? "LIVE" : "BROKEN",
                custom.broken().get("custom." + m.code()))).toList();
        return new StatusView(fields, models,
                views.lacking().stream().map(v -> new ViewState(v.code(), v.model(), v.missing())).toList());
    }

    private PackageView view(Packages.Report report) {
        Locale locale = access.caller().locale();
        return new PackageView(report.dryRun(), report.created(), report.updated(), report.unchanged(), report.conflicts(),
                report.items().stream().map(i -> new ItemView(i.model(), i.key(), i.action(), i.differences(),
                        i.conflicts().stream().map(c -> conflict(locale, c)).toList())).toList());
    }

    private ConflictView conflict(Locale locale, FieldError error) {
        return new ConflictView(error.field(), error.code(), messages.text(locale, error.code(), error.args()));
    }

    /** What a package did or would do. */
    public record PackageView(boolean dryRun, int created, int updated, int unchanged, int conflicts, List<ItemView> items) {
    }

    /** One record of it. */
    public record ItemView(String model, String key, String action, List<Packages.Difference> differences,
            List<ConflictView> conflicts) {
    }

    /** Why a record cannot be taken over. */
    public record ConflictView(String field, String code, String message) {
    }

    /** All definitions with their states. */
    public record StatusView(List<FieldState> fields, List<ModelState> models, List<ViewState> views) {
    }

    /** A custom field: LIVE, INACTIVE, or DORMANT while its model is away. */
    public record FieldState(String model, String name, String state) {
    }

    /** A custom model: LIVE, INACTIVE or BROKEN. */
    public record ModelState(String model, String state, String problem) {
    }

    /** A view that is shown without these fields. */
    public record ViewState(String code, String model, List<String> missing) {
    }
}
