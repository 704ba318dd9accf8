package org.ashlar.platform.mail.internal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.internal.in.InboundMails;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mails of records: who may read the record may read its mails; writing one needs {@code platform.mail.send}. */
@Component(service = MailResource.class)
@RestResource
@Path("/mails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MailResource {
    private static final String READ = "platform.mail.read";

    private final MailReader mails;
    private final InboundMails inbound;
    private final Composer composer;
    private final Mail mail;
    private final Records records;
    private final Access access;

    /** By injection. */
    @Activate
    public MailResource(@Reference MailReader mails, @Reference InboundMails inbound, @Reference Composer composer,
            @Reference Mail mail, @Reference Records records, @Reference Access access) {
        this.mails = mails;
        this.inbound = inbound;
        this.composer = composer;
        this.mail = mail;
        this.records = records;
        this.access = access;
    }

    /** Mails of a record, both ways, oldest first. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Page ofRecord(@QueryParam("model") String model, @QueryParam("record") Long record) {
        if (model == null || record == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.mail.which");
        }
        records.get(model, record, List.of("id"));
        List<MailView> rows = mails.of(model, record);
        return new Page(rows.size(), rows);
    }

    /** One mail that left or waits, with its words. */
    @GET
    @Path("/{id}")
    @Permission(Permission.SIGNED_IN)
    public MailView one(@PathParam("id") long id) {
        return found(id).mail();
    }

    private MailReader.Found found(long id) {
        MailReader.Found found = mails.one(id).orElseThrow(() -> Problem.notFound("platform.mail", id));
        if (!access.may(READ)) {
            if (found.model() == null) {
                throw Problem.notFound("platform.mail", id);
            }
            records.get(found.model(), found.recordId(), List.of("id"));
        }
        return found;
    }

    /** A file of a mail. */
    @GET
    @Path("/{id}/files/{position}")
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.SIGNED_IN)
    public Response file(@PathParam("id") long id, @PathParam("position") int position) {
        found(id);
        MailMessage.File file = mails.file(id, position).orElseThrow(() -> Problem.notFound("platform.mail", id));
        return download(file.content(), file.name());
    }

    private static Response download(byte[] content, String name) {
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM).header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")).build();
    }

    /** What a mail would look like, without sending it. */
    @POST
    @Path("/compose")
    @Permission("platform.mail.send")
    public Composer.Composed compose(NewMailRequest request) {
        return composer.compose(given(request));
    }

    /** Puts a mail into the outbox. */
    @POST
    @Permission("platform.mail.send")
    public Response send(NewMailRequest request) {
        NewMailRequest wish = given(request);
        if (wish.model() != null && wish.recordId() != null) {
            records.get(wish.model(), wish.recordId(), List.of("id"));
        }
        Composer.Composed composed = composer.compose(wish);
        long id = mail.send(new MailMessage(null, wish.to(), wish.cc(), composed.subject(), composed.text(),
                composed.html(), composer.files(wish), wish.model(), wish.recordId() == null ? 0 : wish.recordId()));
        return Response.status(Response.Status.CREATED).entity(new Sent(id)).build();
    }

    private static NewMailRequest given(NewMailRequest request) {
        if (request == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.mail.which");
        }
        return request;
    }

    /** The bytes of a mail that came in and was kept aside. */
    @GET
    @Path("/inbound/{id}/raw")
    @Produces(MediaType.WILDCARD)
    @Permission("platform.inboundMail.read")
    public Response raw(@PathParam("id") long id) {
        return download(inbound.raw(id).orElseThrow(() -> Problem.notFound("platform.inboundMail", id)), "mail-" + id + ".eml");
    }

    /** Mails of a record. */
    public record Page(int total, List<MailView> rows) {
    }

    /** A mail was put into the outbox. */
    public record Sent(long id) {
    }

    /**
     * A mail to send.
     *
     * @param to addresses
     * @param cc addresses or {@code null}
     * @param subject subject; with a template {@code null} takes the template's
     * @param text plain text; as {@code subject}
     * @param html HTML; as {@code subject}
     * @param template code of a mail template or {@code null}
     * @param language language of the template, {@code null}: the caller's
     * @param model model of the record that it is about, or {@code null}
     * @param recordId id of that record, or {@code null}
     * @param attachments ids of files of that record to add, or {@code null}
     */
    public record NewMailRequest(List<String> to, List<String> cc, String subject, String text, String html, String template,
            String language, String model, Long recordId, List<Long> attachments) {
        /** The language. */
        Locale locale(Locale otherwise) {
            return language == null ? otherwise : Locale.forLanguageTag(language);
        }
    }
}
