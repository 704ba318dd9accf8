package org.ashlar.platform.security.internal.rest;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.service.Guard;
import org.ashlar.platform.security.internal.service.OwnSessions;
import org.ashlar.platform.security.internal.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in, sign-out, switch of company, change of one's own password, list of one's own sessions. */
@Component(service = SessionResource.class)
@RestResource
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Access access;
    private final SignIn signIn;
    private final Guard guard;
    private final SessionViews views;
    private final OwnSessions own;

    /** By injection. */
    @Activate
    public SessionResource(@Reference Access access, @Reference SignIn signIn, @Reference Guard guard,
            @Reference SessionViews views, @Reference OwnSessions own) {
        this.access = access;
        this.signIn = signIn;
        this.guard = guard;
        this.views = views;
        this.own = own;
    }

    /** Signs in; a session that the browser still has ends, so that its id cannot have been planted. */
    @POST
    @Permission(Permission.PUBLIC)
    public Response begin(Login login, @Context HttpServletRequest request) {
        if (login == null || login.login() == null || login.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        return views.begun(signIn.signIn(login.login(), login.password(), login.code(), Visitors.of(request)), request);
    }

    /** Who is signed in, or what is still missing. */
    @GET
    @Permission(Permission.PUBLIC)
    public SessionView get(@Context HttpServletRequest request) {
        String pending = (String) request.getAttribute(SignInFilter.PENDING);
        if (pending != null) {
            return SessionViews.pending(guard.missing(pending).orElseThrow(SessionResource::stranger), pending);
        }
        return views.view((String) request.getAttribute(SignInFilter.SESSION));
    }

    /** Signs out. */
    @DELETE
    @Permission(Permission.PUBLIC)
    public Response end(@Context HttpServletRequest request) {
        guard.signOut(anySecret(request));
        return Response.noContent().header(HttpHeaders.SET_COOKIE, Cookies.clear(request)).build();
    }

    /** Makes another company the current one of this session. */
    @POST
    @Path("/company")
    @Permission(Permission.SIGNED_IN)
    public SessionView company(CompanyChoice choice, @Context HttpServletRequest request) {
        String secret = secret(request);
        guard.switchCompany(secret, choice == null || choice.company() == null ? "" : choice.company());
        Caller caller = guard.bySession(secret, null, access.caller().locale(), request.getRemoteAddr()).orElseThrow();
        return access.as(caller, () -> views.view(secret));
    }

    /** Changes one's own password, also one that is too old; all other sessions end, this one goes on under a new id. */
    @POST
    @Path("/password")
    @Permission(Permission.PUBLIC)
    public Response password(PasswordChange change, @Context HttpServletRequest request) {
        String secret = anySecret(request);
        if (change == null || change.current() == null || change.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        return views.begun(own.changePassword(secret, change.current(), change.password(), Visitors.of(request)), request);
    }

    /** One's own sessions, the one used last first. */
    @GET
    @Path("/mine")
    @Permission(Permission.SIGNED_IN)
    public List<OwnSessions.Mine> mine(@Context HttpServletRequest request) {
        return own.list(access.caller().userId(), (String) request.getAttribute(SignInFilter.SESSION));
    }

    /** Ends all of one's own sessions but this one. */
    @DELETE
    @Path("/mine")
    @Permission(Permission.SIGNED_IN)
    public Ended endOthers(@Context HttpServletRequest request) {
        return new Ended(own.endOthers(access.caller().userId(), (String) request.getAttribute(SignInFilter.SESSION)));
    }

    /** Ends one of one's own sessions. */
    @DELETE
    @Path("/mine/{id}")
    @Permission(Permission.SIGNED_IN)
    public Response endOne(@PathParam("id") long id) {
        own.end(access.caller().userId(), id);
        return Response.noContent().build();
    }

    private String secret(HttpServletRequest request) {
        String secret = (String) request.getAttribute(SignInFilter.SESSION);
        if (secret == null || access.caller().channel() != Channel.WEB) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.none");
        }
        return secret;
    }

    /** Secret of the session, also of one that cannot be used yet. */
    private String anySecret(HttpServletRequest request) {
        String pending = (String) request.getAttribute(SignInFilter.PENDING);
        return pending != null ? pending : secret(request);
    }

    private static Problem stranger() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn");
    }

    /**
     * Body of a sign-in.
     *
     * @param code one-time code, if the client knows already that one is needed; otherwise it follows as the second step
     */
    public record Login(String login, String password, String code) {
        @Override
        public String toString() {
            return "Login[" + login + "]";
        }
    }

    /** Body of a switch: id or code of the company. */
    public record CompanyChoice(String company) {
    }

    /** Body of a change of password. */
    public record PasswordChange(String current, String password) {
        @Override
        public String toString() {
            return "PasswordChange[***]";
        }
    }

    /** How many sessions ended. */
    public record Ended(int ended) {
    }
}
