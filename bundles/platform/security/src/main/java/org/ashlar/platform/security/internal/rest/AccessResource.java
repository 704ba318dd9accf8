package org.ashlar.platform.security.internal.rest;

import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.service.AccessOverview;
import org.ashlar.platform.security.internal.service.AccessOverview.Known;
import org.ashlar.platform.security.internal.service.AccessOverview.Overview;
import org.ashlar.platform.security.internal.service.AccessOverview.RoleView;
import org.ashlar.platform.security.internal.service.AccountStates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may do what, and why. For administrators, and for everybody about himself. */
@Component(service = AccessResource.class)
@RestResource
@Path("/access")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessResource {
    private final Access access;
    private final RecordAccess records;
    private final AccessOverview overview;
    private final AccountStates states;

    /** By injection. */
    @Activate
    public AccessResource(@Reference Access access, @Reference RecordAccess records, @Reference AccessOverview overview,
            @Reference AccountStates states) {
        this.states = states;
        this.access = access;
        this.records = records;
        this.overview = overview;
    }

    /** What the caller himself may do in the current company. */
    @GET
    @Path("/me")
    @Permission(Permission.SIGNED_IN)
    public Overview me() {
        return overview.of(access.caller().userId(), access.caller().companyId());
    }

    /** What a user may do, in the current company unless another of the caller's is named. */
    @GET
    @Path("/users/{id: [0-9]{1,18}}")
    @Permission(value = "platform.role.read", restricts = true)
    public Overview user(@PathParam("id") long id, @QueryParam("company") Long company) {
        if (!records.mayRead("platform.user", id)) {
            throw Problem.notFound("platform.user", id);
        }
        long where = company == null ? access.caller().companyId() : company;
        if (!access.caller().companies().contains(where)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.company", String.valueOf(where));
        }
        return overview.of(id, where);
    }

    /** How a user gets in: password, second step, lock, open set-up link. */
    @GET
    @Path("/users/{id: [0-9]{1,18}}/account")
    @Permission(value = "platform.user.update", restricts = true)
    public AccountStates.AccountState account(@PathParam("id") long id) {
        if (!records.mayRead("platform.user", id)) {
            throw Problem.notFound("platform.user", id);
        }
        return states.of(id);
    }

    /** Every permission that can be granted, with titles. */
    @GET
    @Path("/permissions")
    @Permission("platform.role.read")
    public List<Known> permissions() {
        return overview.known(locale());
    }

    /** Every role, also those that modules bring along. */
    @GET
    @Path("/roles")
    @Permission("platform.role.read")
    public List<RoleView> roles() {
        return overview.roles(locale());
    }

    private Locale locale() {
        return access.caller().locale();
    }
}
