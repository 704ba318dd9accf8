package org.ashlar.platform.web.internal.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.web.internal.metrics.Meters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measurements for Prometheus: for a collector on this machine, or with the permission from anywhere. */
@Component(service = MetricsResource.class)
@RestResource
@Path("/metrics")
public final class MetricsResource {
    private final Access access;
    private final Meters meters;

    /** By injection. */
    @Activate
    public MetricsResource(@Reference Access access, @Reference Meters meters) {
        this.access = access;
        this.meters = meters;
    }

    /** Prometheus text. */
    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    @Permission(Permission.PUBLIC)
    public String scrape(@Context HttpServletRequest request) {
        if (access.bound() || !local(request)) {
            access.require("platform.metrics.read");
        }
        return meters.scrape();
    }

    /** Whether the request comes from this machine itself and not through a proxy on it. */
    private static boolean local(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
