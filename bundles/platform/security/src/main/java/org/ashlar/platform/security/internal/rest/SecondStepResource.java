package org.ashlar.platform.security.internal.rest;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.service.OwnSessions;
import org.ashlar.platform.security.internal.service.SecondStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time codes of the user of a session. Public to the permission check, because a session that waits for its second step
 * has no caller yet; every method asks for the session itself.
 */
@Component(service = SecondStepResource.class)
@RestResource
@Path("/session/totp")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecondStepResource {
    private final OwnSessions own;
    private final SessionViews views;

    /** By injection. */
    @Activate
    public SecondStepResource(@Reference OwnSessions own, @Reference SessionViews views) {
        this.own = own;
        this.views = views;
    }

    /** What there is. */
    @GET
    @Permission(Permission.PUBLIC)
    public OwnSessions.Totp get(@Context HttpServletRequest request) {
        return own.totp(secret(request));
    }

    /** Takes the second step with a code or a recovery code; the session goes on under a new id. */
    @POST
    @Permission(Permission.PUBLIC)
    public Response step(Code code, @Context HttpServletRequest request) {
        require(code != null && (code.code() != null || code.recovery() != null));
        return views.begun(own.secondStep(secret(request), code.code(), code.recovery(), Visitors.of(request)), request);
    }

    /** A new secret with its QR code, shown once. */
    @POST
    @Path("/enrol")
    @Permission(Permission.PUBLIC)
    public SecondStep.Enrolment enrol(Password body, @Context HttpServletRequest request) {
        return own.enrol(secret(request), body == null ? null : body.password(), Visitors.of(request));
    }

    /** Confirms the secret with its first code; the answer has the recovery codes, shown once. */
    @POST
    @Path("/confirm")
    @Permission(Permission.PUBLIC)
    public Response confirm(Code code, @Context HttpServletRequest request) {
        require(code != null && code.code() != null);
        OwnSessions.Confirmed confirmed = own.confirm(secret(request), code.code(), Visitors.of(request));
        if (confirmed.begun() == null) {
            return Response.ok(new ConfirmedView(confirmed.recoveryCodes(), null)).build();
        }
        return Response.ok(new ConfirmedView(confirmed.recoveryCodes(), views.view(confirmed.begun(), request)))
                .header(HttpHeaders.SET_COOKIE, views.cookie(confirmed.begun(), request)).build();
    }

    /** New recovery codes; needs a code. */
    @POST
    @Path("/recovery-codes")
    @Permission(Permission.PUBLIC)
    public ConfirmedView recoveryCodes(Code code, @Context HttpServletRequest request) {
        require(code != null && code.code() != null);
        return new ConfirmedView(own.recoveryCodes(secret(request), code.code(), Visitors.of(request)), null);
    }

    /** Takes the second step away; needs a code. */
    @POST
    @Path("/remove")
    @Permission(Permission.PUBLIC)
    public Response remove(Code code, @Context HttpServletRequest request) {
        require(code != null && (code.code() != null || code.recovery() != null));
        own.remove(secret(request), code.code(), code.recovery(), Visitors.of(request));
        return Response.noContent().build();
    }

    private static String secret(HttpServletRequest request) {
        String pending = (String) request.getAttribute(SignInFilter.PENDING);
        String secret = pending != null ? pending : (String) request.getAttribute(SignInFilter.SESSION);
        if (secret == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.none");
        }
        return secret;
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.totp.incomplete");
        }
    }

    /** Body with a code of the app or a recovery code. */
    public record Code(String code, String recovery) {
        @Override
        public String toString() {
            return "Code[***]";
        }
    }

    /** Body with the password. */
    public record Password(String password) {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /**
     * Recovery codes, shown once.
     *
     * @param session the session that goes on, {@code null} if it was in use already
     */
    public record ConfirmedView(List<String> recoveryCodes, SessionView session) {
    }
}
