package org.ashlar.platform.collaboration.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.record.RecycleBin;
import org.ashlar.platform.record.RecycleBin.Deleted;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deleted records: those of the caller, or with {@code platform.recycleBin.read} those of everybody. */
@Component(service = RecycleBinResource.class)
@RestResource
@Path("/recycle-bin")
@Produces(MediaType.APPLICATION_JSON)
public final class RecycleBinResource {

    private final RecycleBin bin;
    private final Catalog catalog;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public RecycleBinResource(@Reference RecycleBin bin, @Reference Catalog catalog, @Reference Messages messages,
            @Reference Access access) {
        this.bin = bin;
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
    }

    /**
     * A deleted record.
     *
     * @param title what its model is called
     * @param mayRestore whether the caller may put it back
     * @param mayPurge whether the caller may forget it for good
     */
    public record Row(long id, String model, String title, long recordId, String label, Instant deletedAt, long deletedBy,
            String login, Instant until, boolean mayRestore, boolean mayPurge) {
    }

    /** Deleted records. */
    public record Rows(List<Row> rows) {
    }

    /** A restored record with its path below {@code /api/v1}. */
    public record Restored(String model, long id, String path) {
    }

    /** Newest first. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Rows list(@QueryParam("model") String model, @QueryParam("q") String q,
            @QueryParam("offset") @DefaultValue("0") long offset, @QueryParam("limit") @DefaultValue("100") int limit) {
        Locale locale = access.caller().locale();
        boolean purge = access.may("platform.recycleBin.purge");
        return new Rows(bin.list(model, q, offset, limit).stream().map(d -> new Row(d.id(), d.model(),
                messages.text(locale, "model." + d.model(), List.of()), d.recordId(), d.label(), d.deletedAt(), d.deletedBy(),
                d.login(), d.until(), access.may(d.model() + ".delete") && catalog.find(d.model()).isPresent(), purge)).toList());
    }

    /** Puts a record back. */
    @POST
    @Path("/{id: [0-9]{1,18}}/restore")
    @Permission(Permission.SIGNED_IN)
    public Restored restore(@PathParam("id") long id) {
        Deleted back = bin.restore(id);
        return new Restored(back.model(), back.recordId(), catalog.find(back.model())
                .map(m -> "/" + m.module() + "/" + m.collection() + "/" + back.recordId()).orElse(null));
    }

    /** Forgets it for good. */
    @DELETE
    @Path("/{id: [0-9]{1,18}}")
    @Permission("platform.recycleBin.purge")
    public void purge(@PathParam("id") long id) {
        bin.purge(id);
    }
}
