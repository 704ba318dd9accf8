package org.ashlar.platform.approvals.internal.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.domain.Place;
import org.ashlar.platform.approvals.internal.service.Candidates;
import org.ashlar.platform.approvals.internal.service.Decisions;
import org.ashlar.platform.approvals.internal.service.Documents;
import org.ashlar.platform.approvals.internal.service.Dossier;
import org.ashlar.platform.approvals.internal.service.Inbox;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Approvals as requesters and approvers see them. Being signed in is enough: who is concerned by a request decides what
 * he may do with it.
 */
@Component(service = ApprovalsResource.class)
@RestResource
@Path("/platform/approvals")
@Produces(MediaType.APPLICATION_JSON)
public final class ApprovalsResource {

    private final Inbox inbox;
    private final Dossier dossier;
    private final Decisions decisions;
    private final Documents documents;
    private final Candidates candidates;
    private final Access access;

    /** By injection. */
    @Activate
    public ApprovalsResource(@Reference Inbox inbox, @Reference Dossier dossier, @Reference Decisions decisions,
            @Reference Documents documents, @Reference Candidates candidates, @Reference Access access) {
        this.inbox = inbox;
        this.dossier = dossier;
        this.decisions = decisions;
        this.documents = documents;
        this.candidates = candidates;
        this.access = access;
    }

    /** Rows. */
    public record Rows(List<Inbox.Item> rows) {
    }

    /**
     * A wish for approval.
     *
     * @param model model
     * @param record record id
     * @param action action to carry out afterwards; without it the policy's
     * @param body the action's body
     * @param reason why
     */
    public record Submission(String model, Long record, String action, Map<String, Object> body, String reason) {
    }

    /**
     * A decision; which parts it needs says the path.
     *
     * @param comment remark, needed for a rejection
     * @param step code of an earlier step, for a rejection that sends back to it
     * @param user login or id, to transfer to or to add
     * @param place {@code BEFORE}, {@code AFTER} or {@code WITH}, to add
     */
    public record Decision(String comment, String step, String user, Place place) {
    }

    /** What waits for the caller ({@code state=pending}) or was decided by him ({@code state=decided}). */
    @GET
    @Path("/inbox")
    @Permission(Permission.SIGNED_IN)
    public Rows inbox(@QueryParam("state") @DefaultValue("pending") String state, @QueryParam("offset") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Rows(state.equals("decided") ? inbox.decided(offset, limit) : inbox.pending(offset, limit));
    }

    /** Figures for a badge. */
    @GET
    @Path("/counts")
    @Permission(Permission.SIGNED_IN)
    public Inbox.Counts counts() {
        return inbox.counts();
    }

    /** What the caller asked for. */
    @GET
    @Path("/mine")
    @Permission(Permission.SIGNED_IN)
    public Rows mine(@QueryParam("offset") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Rows(inbox.mine(offset, limit));
    }

    /** Requests for one record, for those who may read it. */
    @GET
    @Path("/of/{model}/{record: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public Rows of(@PathParam("model") String model, @PathParam("record") long record) {
        if (!documents.readable(access.caller(), model, record)) {
            throw Problem.notFound(model, record);
        }
        return new Rows(inbox.of(model, record));
    }

    /** A request with steps, votes and history. */
    @GET
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public Dossier.View get(@PathParam("id") long id) {
        return dossier.view(id);
    }

    /** Colleagues to whom the caller may hand the request on, or whom he may add. */
    @GET
    @Path("/{id: [0-9]{1,18}}/candidates")
    @Permission(Permission.SIGNED_IN)
    public List<Inbox.Person> candidates(@PathParam("id") long id, @QueryParam("q") String words) {
        return candidates.of(dossier.view(id), words);
    }

    /** Asks for an approval. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(Permission.SIGNED_IN)
    public Dossier.View submit(Submission wish) {
        if (wish == null || wish.model() == null) {
            throw Problem.rule("model", "platform.value.required");
        }
        if (wish.record() == null) {
            throw Problem.rule("record", "platform.value.required");
        }
        return dossier.view(decisions.submit(wish.model(), wish.record(), wish.action(), wish.body(), wish.reason()));
    }

    /** Decides or changes a request: approve, reject, transfer, add, withdraw, remind, retry. */
    @POST
    @Path("/{id: [0-9]{1,18}}/{verb: [a-z]+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(Permission.SIGNED_IN)
    public Dossier.View act(@PathParam("id") long id, @PathParam("verb") String verb, Decision given) {
        dossier.view(id);
        Decision decision = given == null ? new Decision(null, null, null, null) : given;
        switch (verb) {
            case "approve" -> decisions.approve(id, decision.comment());
            case "reject" -> decisions.reject(id, decision.step(), decision.comment());
            case "transfer" -> decisions.transfer(id, decision.user(), decision.comment());
            case "add" -> decisions.add(id, decision.user(), decision.place(), decision.comment());
            case "withdraw" -> decisions.withdraw(id, decision.comment());
            case "remind" -> decisions.remind(id);
            case "retry" -> decisions.retry(id);
            default -> throw Problem.of(ProblemKind.NOT_FOUND, "platform.action.unknown", verb, "platform.approvalRequest");
        }
        return dossier.view(id);
    }
}
