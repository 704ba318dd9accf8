package org.ashlar.platform.operations.internal.rest;

import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Partners' bundles. Thread-safe. */
@Component(service = ExtensionsResource.class)
@RestResource
@Path("/operations/extensions")
@Produces(MediaType.APPLICATION_JSON)
public final class ExtensionsResource {

    private static final String PERMISSION = "platform.module.manage";

    private final Extensions extensions;

    /** By injection. */
    @Activate
    public ExtensionsResource(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    /** All of them, those in quarantine too. */
    @GET
    @Permission(PERMISSION)
    public List<Extensions.Extension> list() {
        return extensions.list();
    }

    /** Lets one in quarantine try again. */
    @POST
    @Path("/{name}/release")
    @Permission(PERMISSION)
    public Extensions.Extension release(@PathParam("name") String name) {
        return extensions.release(name);
    }

    /** Takes one out; its data stays. */
    @DELETE
    @Path("/{name}")
    @Permission(PERMISSION)
    public void uninstall(@PathParam("name") String name) {
        extensions.uninstall(name);
    }
}
