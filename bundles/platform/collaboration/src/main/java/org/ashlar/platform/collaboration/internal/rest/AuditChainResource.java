package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether anybody has touched the audit log. */
@Component(service = AuditChainResource.class)
@RestResource
@Path("/audit-chain")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AuditChainResource {

    private static final int MOST = 1_000;

    private final AuditChain chain;

    /** By injection. */
    @Activate
    public AuditChainResource(@Reference AuditChain chain) {
        this.chain = chain;
    }

    /** The verdict with {@code clean} for short. */
    public record Check(boolean clean, AuditChain.Verdict verdict) {
    }

    /** Anchors, newest first. */
    public record Anchors(List<AuditChain.Anchor> rows) {
    }

    /** Why the present state is right. */
    public record Reason(String reason) {
    }

    /** Seals and checks the whole log; {@code limit} findings at most. */
    @GET
    @Permission("platform.audit.run")
    public Check check(@QueryParam("limit") @DefaultValue("100") int limit) {
        AuditChain.Verdict verdict = chain.verify(Math.max(1, Math.min(MOST, limit)));
        return new Check(verdict.clean(), verdict);
    }

    /** The heads of past days, to compare with copies that are kept elsewhere. */
    @GET
    @Path("/anchors")
    @Permission("platform.audit.run")
    public Anchors anchors(@QueryParam("limit") @DefaultValue("100") int limit) {
        return new Anchors(chain.anchors(limit));
    }

    /** Accepts the present state, for example after a restore. */
    @POST
    @Path("/accept")
    @Permission("platform.audit.accept")
    public Check accept(Reason body) {
        chain.accept(ThreadResource.given(body).reason());
        return check(MOST);
    }
}
