package org.ashlar.platform.webhooks.internal.in;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where other systems call: signed or with a token, so without a session. */
@Component(service = HookResource.class)
@RestResource
@Path("/hooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class HookResource {
    private static final int LARGEST = 1 << 20;

    private final HookCalls calls;

    /** By injection. */
    @Activate
    public HookResource(@Reference HookCalls calls) {
        this.calls = calls;
    }

    /** Takes an event: JSON up to 1 MiB. An event that was dealt with before is answered as before. */
    @POST
    @Path("/{code}")
    @Permission(Permission.PUBLIC)
    public HookCalls.Taken take(@PathParam("code") String code, @HeaderParam("Ashlar-Signature") String signature,
            @HeaderParam("X-Hub-Signature-256") String bodySignature, @HeaderParam("X-Ashlar-Token") String token,
            @HeaderParam("X-Event-Id") String event, @Context HttpServletRequest request) {
        return calls.call(code, body(request), new HookCalls.Proof(signature, bodySignature, token, event,
                request.getRemoteAddr()));
    }

    private static byte[] body(HttpServletRequest request) {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw Problem.of(ProblemKind.TOO_LARGE, "platform.hook.tooLarge", LARGEST >> 20);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
