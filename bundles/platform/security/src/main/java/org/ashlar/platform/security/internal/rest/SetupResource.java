package org.ashlar.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.service.FirstStart;
import org.ashlar.platform.security.internal.service.Setup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates the first administrator with the one-time token of the set-up link. */
@Component(service = SetupResource.class)
@RestResource
@Path("/setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SetupResource {
    private final Setup setup;
    private final FirstStart firstStart;

    /** By injection. */
    @Activate
    public SetupResource(@Reference Setup setup, @Reference FirstStart firstStart) {
        this.setup = setup;
        this.firstStart = firstStart;
    }

    /** What there is to set up. */
    @GET
    @Permission(Permission.PUBLIC)
    public SetupView get() {
        boolean needed = setup.needed();
        return new SetupView(needed, needed && setup.companyNeeded());
    }

    /** Sets up. */
    @POST
    @Permission(Permission.PUBLIC)
    public Response complete(SetupRequest body, @Context HttpServletRequest request) {
        if (body == null || body.login() == null || body.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        setup.complete(body.token(), new Setup.FirstAdmin(body.login(), body.password(), body.name(), body.locale()),
                body.company(), request.getRemoteAddr());
        firstStart.used();
        return Response.status(Response.Status.CREATED).entity(new SetupView(false, false)).build();
    }

    /**
     * State of the set-up.
     *
     * @param needed whether nobody can sign in yet
     * @param company whether there is no company yet
     */
    public record SetupView(boolean needed, boolean company) {
    }

    /** Body of the set-up. */
    public record SetupRequest(String token, String login, String password, String name, String locale,
            Setup.FirstCompany company) {
        @Override
        public String toString() {
            return "SetupRequest[" + login + "]";
        }
    }
}
