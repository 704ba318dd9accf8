package org.ashlar.platform.identity.internal.rest;

import java.net.URI;
import java.util.List;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.identity.internal.service.Attempts;
import org.ashlar.platform.identity.internal.service.OidcSignIn;
import org.ashlar.platform.identity.internal.service.Ways;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.signin.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way to an OpenID Connect provider and back. Browsers are redirected; others get problems as JSON. */
@Component(service = OidcResource.class)
@RestResource
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
public final class OidcResource {
    private static final String PLAIN = "ashlar_oidc";
    private static final String SECURE = "__Host-ashlar_oidc";
    private static final String SESSION = "ashlar_session";

    private final OidcSignIn signIn;
    private final Ways ways;

    /** By injection. */
    @Activate
    public OidcResource(@Reference OidcSignIn signIn, @Reference Ways ways) {
        this.signIn = signIn;
        this.ways = ways;
    }

    /** Buttons for the sign-in page. */
    @GET
    @Path("/ways")
    @Permission(Permission.PUBLIC)
    public WaysView ways() {
        return new WaysView(true, ways.providers().stream().map(p -> new WayView(p.code(), p.title(),
                "/api/v1/session/oidc/" + p.code() + "/start")).toList());
    }

    /** Sends the browser to the provider. */
    @GET
    @Path("/oidc/{code}/start")
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.PUBLIC)
    public Response start(@PathParam("code") String code, @QueryParam("target") String target,
            @Context HttpServletRequest request) {
        try {
            Ways.Provider provider = signIn.provider(code);
            String browser = OidcSignIn.random();
            URI uri = signIn.leave(provider, callback(provider, request), browser, target);
            return Response.status(Response.Status.SEE_OTHER).location(uri)
                    .header(HttpHeaders.SET_COOKIE, cookie(request, browser, Attempts.LIFE.toSeconds())).build();
        } catch (Problem refused) {
            return refused(refused, request);
        }
    }

    /** Where the provider sends the browser back to. */
    @GET
    @Path("/oidc/{code}/callback")
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.PUBLIC)
    public Response callback(@PathParam("code") String code, @QueryParam("code") String grant, @QueryParam("state") String state,
            @QueryParam("error") String error, @QueryParam("iss") String iss, @Context HttpServletRequest request) {
        try {
            Ways.Provider provider = signIn.provider(code);
            OidcSignIn.Arrived arrived = signIn.arrive(provider, callback(provider, request),
                    new OidcSignIn.Return(grant, state, error, iss), read(request, name(request)), visitor(request));
            return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, arrived.target())
                    .header(HttpHeaders.SET_COOKIE, arrived.cookie()).header(HttpHeaders.SET_COOKIE, cookie(request, "", 0)).build();
        } catch (Problem refused) {
            return refused(refused, request);
        }
    }

    /** A browser that navigates gets a page again, with the code of what went wrong. */
    private static Response refused(Problem problem, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(MediaType.TEXT_HTML)) {
            throw problem;
        }
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/?signInProblem=" + problem.code())
                .header(HttpHeaders.SET_COOKIE, cookie(request, "", 0)).build();
    }

    private static URI callback(Ways.Provider provider, HttpServletRequest request) {
        String own = provider.publicAddress();
        String base = own != null && !own.isBlank() ? own.replaceAll("/+$", "")
                : request.getScheme() + "://" + request.getHeader("Host");
        return URI.create(base + "/api/v1/session/oidc/" + provider.code() + "/callback");
    }

    private static Visitor visitor(HttpServletRequest request) {
        String before = read(request, request.isSecure() ? "__Host-" + SESSION : SESSION);
        return new Visitor(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT), request.isSecure(), before);
    }

    private static String read(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }

    /** Lax, because the provider sends the browser back from another site. */
    private static String cookie(HttpServletRequest request, String value, long seconds) {
        return name(request) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (request.isSecure() ? "; Secure" : "");
    }

    /**
     * Ways to sign in.
     *
     * @param password whether login and password are asked for
     */
    public record WaysView(boolean password, List<WayView> providers) {
    }

    /**
     * A provider.
     *
     * @param start where to send the browser, with {@code ?target=/page} to come back to
     */
    public record WayView(String code, String title, String start) {
    }
}
