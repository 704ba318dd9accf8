package org.ashlar.platform.mail.internal.in;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.activity.Comments;
import org.ashlar.platform.attachment.Attachments;
import org.ashlar.platform.mail.InboundMail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.MailTarget;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings mails to records: comments with files, or new records. Works as the bound caller, inside its transaction. */
@Component(service = Delivery.class)
public final class Delivery {
    private final Records records;
    private final Catalog catalog;
    private final Templates templates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Comments comments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Attachments attachments;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MailTarget> targets;

    /** By injection. */
    @Activate
    public Delivery(@Reference Records records, @Reference Catalog catalog, @Reference Templates templates) {
        this.records = records;
        this.catalog = catalog;
        this.templates = templates;
    }

    /** Whether the record is still there. */
    boolean exists(String model, long id) {
        if (catalog.find(model).isEmpty()) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.mail.modelAway", model);
        }
        try {
            records.get(model, id, List.of("id"));
            return true;
        } catch (Problem gone) {
            if (gone.kind() == ProblemKind.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }

    /** Adds the mail to a record as a comment, and its files. */
    void comment(String model, long id, InboundMail mail) {
        Comments now = comments;
        if (now == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.mail.commentsAway");
        }
        String text = mail.text().isBlank() ? mail.subject() : mail.text();
        now.add(model, id, text.isBlank() ? "-" : text, mail.html(),
                mail.fromName() == null ? mail.from() : mail.fromName() + " <" + mail.from() + ">");
        files(model, id, mail.attachments());
    }

    private void files(String model, long id, List<MailMessage.File> files) {
        Attachments now = attachments;
        if (!files.isEmpty() && now == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.mail.commentsAway");
        }
        for (MailMessage.File file : files) {
            now.store(model, id, file.name(), file.mediaType(), new ByteArrayInputStream(file.content()));
        }
    }

    /** Makes a record from a mail; returns its id. */
    long create(MailboxAccount mailbox, InboundMail mail) {
        for (MailTarget target : targets) {
            if (target.model().equals(mailbox.target())) {
                return target.create(mail);
            }
        }
        ModelInfo model = catalog.find(mailbox.target())
                .orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.mail.modelAway", mailbox.target()));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("subject", mail.subject());
        words.put("from", mail.from());
        words.put("fromName", mail.fromName() == null ? mail.from() : mail.fromName());
        words.put("to", mail.to());
        words.put("text", mail.text());
        words.put("date", mail.sentAt());
        words.put("messageId", mail.messageId());
        Map<String, Object> values = new LinkedHashMap<>();
        mailbox.fields().forEach((name, template) -> model.field(name).ifPresent(
                field -> values.put(name, value(field, templates.text(template, words, Locale.ROOT)))));
        return records.create(mailbox.target(), values);
    }

    private static Object value(FieldInfo field, String text) {
        if (text.isBlank()) {
            return null;
        }
        if (field.type() == FieldType.BOOLEAN) {
            return Boolean.valueOf(text.strip());
        }
        if (field.type() == FieldType.TEXT) {
            return field.length() > 0 && text.length() > field.length() ? text.substring(0, field.length()) : text;
        }
        return text.strip();
    }
}
