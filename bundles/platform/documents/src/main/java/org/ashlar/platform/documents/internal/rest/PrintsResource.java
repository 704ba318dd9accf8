package org.ashlar.platform.documents.internal.rest;

import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.documents.internal.print.DefaultDocuments;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints of records as PDF; whoever may read a record may print what he sees of it. Thread-safe. */
@Component(service = PrintsResource.class)
@RestResource
@Path("/prints")
public final class PrintsResource {

    private final DefaultDocuments documents;
    private final Catalog catalog;
    private final Access access;

    /** By injection. */
    @Activate
    public PrintsResource(@Reference DefaultDocuments documents, @Reference Catalog catalog, @Reference Access access) {
        this.documents = documents;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * One record as PDF.
     *
     * @param template code of a print template, {@code null} for the preferred one
     * @param language language tag, {@code null} for the caller's
     * @param printer name of the printer whose offsets preprinted paper gets, {@code null}: the caller's own
     * @param screen {@code true}: with the picture of preprinted paper, to look at
     */
    @GET
    @Path("/{module: [a-z0-9-]+}/{collection: [a-z0-9-]+}/{id: [0-9]{1,18}}.pdf")
    @Produces("application/pdf")
    @Permission(Permission.SIGNED_IN)
    public Response print(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @QueryParam("template") String template, @QueryParam("language") String language,
            @QueryParam("printer") String printer, @QueryParam("screen") boolean screen) {
        ModelInfo model = catalog.find(module, collection).orElseThrow(
                () -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", module + "/" + collection));
        Locale locale = language == null || language.isBlank() ? access.caller().locale() : Locale.forLanguageTag(language);
        byte[] pdf = documents.print(model.id(), id, template, locale, printer, screen);
        return Response.ok(pdf).type("application/pdf").header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + collection + "-" + id + ".pdf\"").build();
    }

    /**
     * A template that is being edited.
     *
     * @param target model of the record
     * @param record record to show it with
     * @param language language tag, {@code null} for the caller's
     * @param body HTML with placeholders
     * @param form id of preprinted paper, or {@code null}
     */
    public record Draft(String target, Long record, String language, String body, Long form) {
    }

    /** A record as PDF by a template that is not saved yet, with what the caller may read of it. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @Permission("platform.printTemplate.update")
    public Response preview(Draft draft) {
        if (draft == null || draft.target() == null || draft.record() == null || draft.body() == null) {
            throw Problem.rule(draft == null || draft.target() == null ? "target" : draft.record() == null ? "record" : "body",
                    "platform.value.required");
        }
        Locale locale = draft.language() == null || draft.language().isBlank() ? access.caller().locale()
                : Locale.forLanguageTag(draft.language());
        byte[] pdf = documents.preview(draft.target(), draft.record(), draft.body(), draft.form(), locale);
        return Response.ok(pdf).type("application/pdf").header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"").build();
    }
}
