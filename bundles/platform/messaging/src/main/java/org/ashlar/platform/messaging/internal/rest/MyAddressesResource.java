package org.ashlar.platform.messaging.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.messaging.internal.service.OwnAddresses;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the caller can be reached. */
@Component(service = MyAddressesResource.class)
@RestResource
@Path("/message-addresses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MyAddressesResource {
    private final OwnAddresses addresses;

    /** By injection. */
    @Activate
    public MyAddressesResource(@Reference OwnAddresses addresses) {
        this.addresses = addresses;
    }

    /** Rows. */
    public record Rows(List<OwnAddresses.Own> rows) {
    }

    /** The caller's address at a channel; empty removes it. */
    public record Given(Long channel, String address) {
    }

    /** The channels of the caller's company with his addresses. */
    @GET
    @Path("/mine")
    @Permission(Permission.SIGNED_IN)
    public Rows mine() {
        return new Rows(addresses.mine());
    }

    /** Changes one. */
    @PUT
    @Path("/mine")
    @Permission(Permission.SIGNED_IN)
    public Rows put(Given given) {
        if (given == null || given.channel() == null) {
            throw Problem.rule("channel", "platform.value.required");
        }
        addresses.put(given.channel(), given.address());
        return mine();
    }
}
