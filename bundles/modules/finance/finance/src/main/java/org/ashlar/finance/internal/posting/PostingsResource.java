package org.ashlar.finance.internal.posting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.ashlar.finance.internal.ledger.EntryPreparer;
import org.ashlar.finance.internal.ledger.PostedEntry;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /finance/postings}: creates and posts a journal entry by one call. */
@Component(service = PostingsResource.class)
@RestResource
@Path("/finance/postings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PostingsResource {

    private static final int MAX_KEY = 128;

    private final PostingDrafts drafts;
    private final EntryPreparer preparer;
    private final GroupCommitter committer;
    private final PostingKeys keys;
    private final Access access;

    /** Injected. */
    @Activate
    public PostingsResource(@Reference PostingDrafts drafts, @Reference EntryPreparer preparer,
            @Reference GroupCommitter committer, @Reference PostingKeys keys, @Reference Access access) {
        this.drafts = drafts;
        this.preparer = preparer;
        this.committer = committer;
        this.keys = keys;
        this.access = access;
    }

    /** Posts an entry; answers 201 with its id and legal number once it is durable. */
    @POST
    @Permission("finance.entry.post")
    public Response post(PostingRequest request, @HeaderParam("Idempotency-Key") String key) {
        access.require("finance.entry.create");
        PostedEntry posted = key == null || key.isBlank() ? committer.post(prepare(request), null, null)
                : once(request, key);
        return Response.created(URI.create("finance/entries/" + posted.id())).entity(posted).build();
    }

    private PostedEntry once(PostingRequest request, String key) {
        if (key.length() > MAX_KEY) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.idempotency.keyTooLong", MAX_KEY);
        }
        Caller caller = access.caller();
        String hash = hash(request);
        Optional<PostedEntry> known = keys.find(caller.companyId(), caller.userId(), key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return committer.post(prepare(request), key, hash);
        } catch (RuntimeException e) {
            // A parallel request with the same key may have won.
            return keys.find(caller.companyId(), caller.userId(), key, hash).orElseThrow(() -> e);
        }
    }

    private PreparedEntry prepare(PostingRequest request) {
        return preparer.prepare(drafts.draft(request));
    }

    private static String hash(PostingRequest request) {
        try {
            byte[] text = String.valueOf(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
