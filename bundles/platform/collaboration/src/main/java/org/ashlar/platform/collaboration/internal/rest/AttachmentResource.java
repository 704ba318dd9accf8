package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.collaboration.internal.service.AttachmentService;
import org.ashlar.platform.collaboration.internal.service.AttachmentViews;
import org.ashlar.platform.collaboration.internal.service.AttachmentViews.FileView;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of files by their id; contents are at {@code /files/{id}}. Who may read the record may read its files. */
@Component(service = AttachmentResource.class)
@RestResource
@Path("/attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentResource {

    private final AttachmentService attachments;
    private final AttachmentViews views;

    /** By injection. */
    @Activate
    public AttachmentResource(@Reference AttachmentService attachments, @Reference AttachmentViews views) {
        this.attachments = attachments;
        this.views = views;
    }

    /** Versions. */
    public record Versions(List<FileView> rows) {
    }

    /** One version. */
    @GET
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public FileView get(@PathParam("id") long id) {
        return views.get(id);
    }

    /** All versions of the same file, newest first. */
    @GET
    @Path("/{id: [0-9]{1,18}}/versions")
    @Permission(Permission.SIGNED_IN)
    public Versions versions(@PathParam("id") long id) {
        return new Versions(views.versions(id));
    }

    /** Deletes the file with its versions; needs {@code <model>.update}. */
    @DELETE
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public void delete(@PathParam("id") long id) {
        attachments.delete(id);
    }

    /** Brings a deleted file back; needs {@code <model>.update}. */
    @POST
    @Path("/{id: [0-9]{1,18}}/restore")
    @Permission(Permission.SIGNED_IN)
    public FileView restore(@PathParam("id") long id) {
        attachments.restore(id);
        return views.get(id);
    }
}
