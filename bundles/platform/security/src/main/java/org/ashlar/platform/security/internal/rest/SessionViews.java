package org.ashlar.platform.security.internal.rest;

import java.util.List;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.service.Guard;
import org.ashlar.platform.security.internal.service.Policies;
import org.ashlar.platform.security.internal.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers that show a session and give the browser its cookie. Thread-safe. */
@Component(service = SessionViews.class)
public final class SessionViews {
    private final Access access;
    private final Users users;
    private final Companies companies;
    private final Guard guard;
    private final Policies policies;

    /** By injection. */
    @Activate
    public SessionViews(@Reference Access access, @Reference Users users, @Reference Companies companies,
            @Reference Guard guard, @Reference Policies policies) {
        this.access = access;
        this.users = users;
        this.companies = companies;
        this.guard = guard;
        this.policies = policies;
    }

    /** A session that has just begun, with its cookie. */
    Response begun(SignIn.Begun begun, HttpServletRequest request) {
        return Response.ok(view(begun, request)).header(HttpHeaders.SET_COOKIE, cookie(begun, request)).build();
    }

    /** The cookie of a session that has just begun. */
    String cookie(SignIn.Begun begun, HttpServletRequest request) {
        return Cookies.set(request, begun.secret(), policies.policy().absolute());
    }

    /** A session that has just begun. */
    SessionView view(SignIn.Begun begun, HttpServletRequest request) {
        if (begun.step() != null) {
            return pending(begun.step(), begun.secret());
        }
        Caller caller = guard.bySession(begun.secret(), null, null, request.getRemoteAddr())
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn"));
        return access.as(caller, () -> view(begun.secret()));
    }

    /** A session that cannot be used yet. */
    static SessionView pending(String step, String secret) {
        return new SessionView(step, null, null, null, null, null, null, Secrets.csrf(secret));
    }

    /** The caller's session, or his token's view of himself. */
    SessionView view(String secret) {
        Caller caller = access.caller();
        Users.User user = users.find(caller.userId()).orElseThrow();
        List<SessionView.CompanyView> mine = companies.list().stream().filter(c -> caller.companies().contains(c.id()))
                .map(SessionViews::view).toList();
        SessionView.CompanyView current = mine.stream().filter(c -> c.id() == caller.companyId()).findFirst().orElse(null);
        return new SessionView(null, new SessionView.UserView(user.id(), user.login(), user.name(), user.email()), current, mine,
                caller.locale().toLanguageTag(), caller.zone().getId(), new TreeSet<>(caller.grants()),
                secret == null ? null : Secrets.csrf(secret));
    }

    private static SessionView.CompanyView view(Company company) {
        return new SessionView.CompanyView(company.id(), company.code(), company.name(), company.currency());
    }
}
