package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.collaboration.internal.service.Pictures;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which file is the picture of a record, for many records at once. Who may read the record may see it. */
@Component(service = PictureResource.class)
@RestResource
@Path("/pictures")
@Produces(MediaType.APPLICATION_JSON)
public final class PictureResource {

    private static final Pattern COMMA = Pattern.compile(",");

    private final Pictures pictures;

    /** By injection. */
    @Activate
    public PictureResource(@Reference Pictures pictures) {
        this.pictures = pictures;
    }

    /** Ids of files, shown by {@code /files/{id}?inline=true}, by ids of records. */
    public record Found(Map<Long, Long> pictures) {
    }

    /**
     * The newest picture of each record.
     *
     * @param ids up to 200 ids of records, separated by commas; what is no id is passed over
     */
    @GET
    @Path("/{module: [a-z][a-zA-Z0-9-]{0,63}}/{collection: [a-z][a-zA-Z0-9-]{0,63}}")
    @Permission(Permission.SIGNED_IN)
    public Found find(@PathParam("module") String module, @PathParam("collection") String collection,
            @QueryParam("ids") @DefaultValue("") String ids) {
        List<Long> wanted = COMMA.splitAsStream(ids).filter(t -> t.matches("[0-9]{1,18}")).map(Long::valueOf).distinct()
                .limit(Pictures.MOST).toList();
        return new Found(pictures.of(module, collection, wanted));
    }
}
