package org.ashlar.platform.collaboration.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.audit.AuditLog.Entry;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Search of the audit log, over all records of the company. The log of one record is below the record itself. */
@Component(service = AuditEntryResource.class)
@RestResource
@Path("/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditEntryResource {

    private final AuditLog log;

    /** By injection. */
    @Activate
    public AuditEntryResource(@Reference AuditLog log) {
        this.log = log;
    }

    /** An entry; {@code changes} is an array of {@code field}, {@code old}, {@code new}. */
    public record EntryView(long id, Instant at, long userId, String login, String channel, String address, String model,
            long recordId, String rootModel, long rootId, String kind, @JsonRawValue String changes, String requestId) {
    }

    /** Entries. */
    public record Entries(List<EntryView> rows) {
    }

    /** Entries, newest first. */
    @GET
    @Permission("platform.auditEntry.read")
    public Entries find(@QueryParam("login") String login, @QueryParam("model") String model,
            @QueryParam("recordId") @DefaultValue("0") long recordId, @QueryParam("kind") String kind,
            @QueryParam("channel") String channel, @QueryParam("field") String field, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("offset") @DefaultValue("0") long offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return new Entries(log.find(new AuditLog.Search(login, model, recordId, kind, channel, field, time("from", from),
                time("to", to), offset, limit)).stream().map(AuditEntryResource::view).toList());
    }

    private static EntryView view(Entry e) {
        return new EntryView(e.id(), e.at(), e.userId(), e.login(), e.channel(), e.address(), e.model(), e.recordId(),
                e.rootModel(), e.rootId(), e.kind(), e.changes(), e.requestId());
    }

    private static Instant time(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(value.trim());
        } catch (DateTimeException e) {
            FieldError error = FieldError.of(name, "platform.value.instant", value);
            throw new Problem(ProblemKind.BAD_REQUEST, error.code(), error.args(), List.of(error));
        }
    }
}
