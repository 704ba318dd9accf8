package org.ashlar.platform.security.internal.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.service.Guard;
import org.ashlar.platform.security.internal.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in, sign-out, switch of company and change of one's own password. */
@Component(service = SessionResource.class)
@RestResource
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Access access;
    private final Users users;
    private final Companies companies;
    private final SignIn signIn;
    private final Guard guard;

    /** By injection. */
    @Activate
    public SessionResource(@Reference Access access, @Reference Users users, @Reference Companies companies,
            @Reference SignIn signIn, @Reference Guard guard) {
        this.access = access;
        this.users = users;
        this.companies = companies;
        this.signIn = signIn;
        this.guard = guard;
    }

    /** Signs in; a session that the browser still has ends, so that its id cannot have been planted. */
    @POST
    @Permission(Permission.PUBLIC)
    public Response begin(Login login, @Context HttpServletRequest request) {
        if (login == null || login.login() == null || login.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        String secret = signIn.signIn(login.login(), login.password(), request.getRemoteAddr());
        String before = Cookies.read(request);
        if (before != null) {
            guard.signOut(before);
        }
        Caller caller = guard.bySession(secret, null, null, request.getRemoteAddr())
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn"));
        return access.as(caller, () -> Response.ok(view(secret))
                .header(HttpHeaders.SET_COOKIE, Cookies.set(request, secret)).build());
    }

    /** Who is signed in. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public SessionView get(@Context HttpServletRequest request) {
        return view((String) request.getAttribute(SignInFilter.SESSION));
    }

    /** Signs out. */
    @DELETE
    @Permission(Permission.SIGNED_IN)
    public Response end(@Context HttpServletRequest request) {
        guard.signOut(secret(request));
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
        return access.as(caller, () -> view(secret));
    }

    /** Changes one's own password; all other sessions end, this one goes on under a new id. */
    @POST
    @Path("/password")
    @Permission(Permission.SIGNED_IN)
    public Response password(PasswordChange change, @Context HttpServletRequest request) {
        secret(request);
        if (change == null || change.current() == null || change.password() == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        Caller caller = access.caller();
        String secret = signIn.changePassword(caller.userId(), caller.companyId(), change.current(), change.password(),
                request.getRemoteAddr());
        return Response.ok(view(secret)).header(HttpHeaders.SET_COOKIE, Cookies.set(request, secret)).build();
    }

    private String secret(HttpServletRequest request) {
        String secret = (String) request.getAttribute(SignInFilter.SESSION);
        if (secret == null || access.caller().channel() != Channel.WEB) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.none");
        }
        return secret;
    }

    private SessionView view(String secret) {
        Caller caller = access.caller();
        Users.User user = users.find(caller.userId()).orElseThrow();
        List<CompanyView> mine = companies.list().stream().filter(c -> caller.companies().contains(c.id()))
                .map(SessionResource::view).toList();
        CompanyView current = mine.stream().filter(c -> c.id() == caller.companyId()).findFirst().orElse(null);
        return new SessionView(new UserView(user.id(), user.login(), user.name(), user.email()), current, mine,
                caller.locale().toLanguageTag(), caller.zone().getId(), new TreeSet<>(caller.grants()),
                secret == null ? null : Secrets.csrf(secret));
    }

    private static CompanyView view(Company company) {
        return new CompanyView(company.id(), company.code(), company.name(), company.currency());
    }

    /** Body of a sign-in. */
    public record Login(String login, String password) {
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

    /** The user as he sees himself. */
    public record UserView(long id, String login, String name, String email) {
    }

    /** A company to work in. */
    public record CompanyView(long id, String code, String name, String currency) {
    }

    /**
     * A session.
     *
     * @param csrf value for the header {@code X-Ashlar-CSRF} of every writing request; {@code null} for bearer tokens
     */
    public record SessionView(UserView user, CompanyView company, List<CompanyView> companies, String locale, String zone,
            Set<String> grants, String csrf) {
    }
}
