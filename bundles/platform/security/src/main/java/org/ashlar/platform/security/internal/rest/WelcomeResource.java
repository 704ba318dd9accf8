package org.ashlar.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.service.SetUpLinks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a set-up link leads: its owner chooses a password. The token is in the body, so that no log shows it. */
@Component(service = WelcomeResource.class)
@RestResource
@Path("/session/welcome")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WelcomeResource {
    private final SetUpLinks links;

    /** By injection. */
    @Activate
    public WelcomeResource(@Reference SetUpLinks links) {
        this.links = links;
    }

    /** Whom the link is for. */
    @POST
    @Path("/check")
    @Permission(Permission.PUBLIC)
    public Welcome check(Choice choice, @Context HttpServletRequest request) {
        return view(links.guest(choice == null ? null : choice.token(), request.getRemoteAddr()));
    }

    /** Chooses the password; he signs in with it as always, so that rules of sign-in hold. */
    @POST
    @Permission(Permission.PUBLIC)
    public Welcome choose(Choice choice, @Context HttpServletRequest request) {
        if (choice == null || choice.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        return view(links.use(choice.token(), choice.password(), request.getRemoteAddr()));
    }

    private static Welcome view(SetUpLinks.Guest guest) {
        return new Welcome(guest.login(), guest.name());
    }

    /** Body: the token, and the password once it is chosen. */
    public record Choice(String token, String password) {
        @Override
        public String toString() {
            return "Choice[***]";
        }
    }

    /** Whom the link is for. */
    public record Welcome(String login, String name) {
    }
}
