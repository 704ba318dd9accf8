package org.ashlar.platform.approvals.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.approval.Approvals;
import org.ashlar.platform.approvals.internal.service.Dossier;
import org.ashlar.platform.approvals.internal.service.Links;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time links from mails. The secret in the path is the permission, for the one task that it was made for. Looking at
 * it changes nothing, so that a mail scanner which opens links decides nothing.
 */
@Component(service = LinkResource.class)
@RestResource
@Path("/platform/approval-links")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {

    private final Links links;
    private final Callers callers;
    private final Access access;
    private final Dossier dossier;
    private final Approvals approvals;

    /** By injection. */
    @Activate
    public LinkResource(@Reference Links links, @Reference Callers callers, @Reference Access access,
            @Reference Dossier dossier, @Reference Approvals approvals) {
        this.links = links;
        this.callers = callers;
        this.access = access;
        this.dossier = dossier;
        this.approvals = approvals;
    }

    /**
     * What a link shows.
     *
     * @param title what the record is known by
     * @param policy title of the policy
     * @param requester who asks
     * @param reason why
     * @param state state of the request
     */
    public record Summary(String title, String policy, String requester, String reason, String state) {
    }

    /**
     * A decision.
     *
     * @param approve whether the approver agrees
     * @param comment remark, needed for a rejection
     */
    public record Verdict(Boolean approve, String comment) {
    }

    /** What the link is about. */
    @GET
    @Path("/{secret: [A-Za-z0-9_-]{20,64}}")
    @Permission(Permission.PUBLIC)
    public Summary get(@PathParam("secret") String secret) {
        Links.Target target = target(secret);
        return access.as(caller(target), () -> summary(target.request()));
    }

    /** Decides; the link is used up. */
    @POST
    @Path("/{secret: [A-Za-z0-9_-]{20,64}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(Permission.PUBLIC)
    public Summary decide(@PathParam("secret") String secret, Verdict verdict) {
        if (verdict == null || verdict.approve() == null) {
            throw Problem.rule("approve", "platform.value.required");
        }
        Links.Target target = target(secret);
        return access.as(caller(target), () -> {
            approvals.decide(target.request(), null, verdict.approve(), verdict.comment());
            return summary(target.request());
        });
    }

    private Links.Target target(String secret) {
        return links.find(secret).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.approval.link"));
    }

    private Caller caller(Links.Target target) {
        return callers.of(target.user(), target.company(), Channel.TOKEN)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.approval.link"));
    }

    private Summary summary(long request) {
        Dossier.View view = dossier.view(request);
        return new Summary(view.title(), view.policy(), view.requester().label(), view.reason(), view.state());
    }
}
