package org.ashlar.platform.messaging.internal.in;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where chat services call: signed, so without a session. */
@Component(service = CallbackResource.class)
@RestResource
@Path(CallbackResource.PATH)
@Consumes(MediaType.WILDCARD)
public final class CallbackResource {
    /** Path below the REST interface. */
    public static final String PATH = "/message-callbacks";
    private static final int LARGEST = 64 * 1024;

    private final Presses presses;
    private final Clock clock;

    /** By injection. */
    @Activate
    public CallbackResource(@Reference Presses presses, @Reference Clock clock) {
        this.presses = presses;
        this.clock = clock;
    }

    /** Answers the question of a service whether this is the address. */
    @GET
    @Path("/{secret: [a-z0-9]{8,64}}")
    @Permission(Permission.PUBLIC)
    public Response verify(@PathParam("secret") String secret, @Context UriInfo uri, @Context HttpServletRequest request) {
        return take(secret, uri, request, new byte[0]);
    }

    /** Takes what somebody pressed. */
    @POST
    @Path("/{secret: [a-z0-9]{8,64}}")
    @Permission(Permission.PUBLIC)
    public Response press(@PathParam("secret") String secret, @Context UriInfo uri, @Context HttpServletRequest request) {
        return take(secret, uri, request, body(request));
    }

    private Response take(String secret, UriInfo uri, HttpServletRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        Map<String, String> query = new HashMap<>();
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        given.forEach((name, values) -> query.put(name, given.getFirst(name)));
        Heard.Reply reply = presses.take("/api/v1" + PATH + "/" + secret, new Inbound(query, headers, body, clock.instant()),
                request.getRemoteAddr());
        return Response.ok(reply.body(), reply.mediaType() + ";charset=UTF-8").build();
    }

    private static byte[] body(HttpServletRequest request) {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw Problem.of(ProblemKind.TOO_LARGE, "platform.messaging.tooLarge", LARGEST >> 10);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
