package org.ashlar.platform.webhooks.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.webhooks.internal.out.Deliveries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payloads of deliveries. */
@Component(service = DeliveryResource.class)
@RestResource
@Path("/webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource {
    private final Deliveries deliveries;

    /** By injection. */
    @Activate
    public DeliveryResource(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What was or will be sent. */
    @GET
    @Path("/{id}/payload")
    @Permission("platform.webhookDelivery.read")
    public Payload payload(@PathParam("id") long id) {
        return new Payload(deliveries.payload(id).orElseThrow(() -> Problem.notFound("platform.webhookDelivery", id)));
    }

    /**
     * Content of a delivery.
     *
     * @param body JSON text as it is signed
     */
    public record Payload(String body) {
    }
}
