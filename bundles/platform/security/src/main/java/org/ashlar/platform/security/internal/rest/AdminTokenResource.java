package org.ashlar.platform.security.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.security.internal.model.CreateToken;
import org.ashlar.platform.security.internal.service.TokenIssuer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates API tokens; their values are shown once and kept nowhere. */
@Component(service = AdminTokenResource.class)
@RestResource
@Path("/admin/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdminTokenResource {
    private final Access access;
    private final Users users;
    private final TokenIssuer tokens;
    private final RecordAccess records;

    /** By injection. */
    @Activate
    public AdminTokenResource(@Reference Access access, @Reference Users users, @Reference TokenIssuer tokens,
            @Reference RecordAccess records) {
        this.records = records;
        this.access = access;
        this.users = users;
        this.tokens = tokens;
    }

    /** Creates a token for a user, by default for oneself and the current company. */
    @POST
    @Permission(value = "platform.user.createToken", restricts = true)
    public Response create(NewToken body) {
        if (body == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.session.incomplete");
        }
        long user = body.user() == null ? access.caller().userId()
                : users.find(body.user()).filter(u -> visible(u.id()))
                        .orElseThrow(() -> Problem.notFound("platform.user", body.user())).id();
        return Response.status(Response.Status.CREATED)
                .entity(tokens.create(user, new CreateToken(body.name(), body.company(), body.expires(), body.scopes())))
                .build();
    }

    private boolean visible(long user) {
        return user == access.caller().userId() || records.mayRead("platform.user", user);
    }

    /**
     * Body of the creation; as the action {@code createToken} of a user, with the user's login.
     *
     * @param user login, {@code null} for oneself
     */
    public record NewToken(String name, String user, Long company, String expires, String scopes) {
    }
}
