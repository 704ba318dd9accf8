package org.ashlar.platform.mail.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.attachment.Attachments;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.internal.rest.MailResource.NewMailRequest;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.template.MailTemplates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes the words of a mail from a template and what the writer changed, and finds its files. Thread-safe. */
@Component(service = Composer.class)
public final class Composer {
    private final Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile MailTemplates templates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Attachments attachments;

    /** By injection. */
    @Activate
    public Composer(@Reference Access access) {
        this.access = access;
    }

    /** Words of a mail. */
    public record Composed(String subject, String text, String html) {
    }

    Composed compose(NewMailRequest wish) {
        if (wish.template() == null) {
            return new Composed(wish.subject(), wish.text(), wish.html());
        }
        MailTemplates now = templates;
        if (now == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.mail.templatesAway");
        }
        MailTemplates.Filled filled = now.fill(wish.template(), wish.model(), wish.recordId() == null ? 0 : wish.recordId(),
                Map.of(), wish.locale(access.caller().locale()));
        return new Composed(wish.subject() == null ? filled.subject() : wish.subject(),
                wish.text() == null ? filled.text() : wish.text(), wish.html() == null ? filled.html() : wish.html());
    }

    /** Files of the mail's own record only, so that no other record's file can leave by its id. */
    List<MailMessage.File> files(NewMailRequest wish) {
        List<MailMessage.File> files = new ArrayList<>();
        if (wish.attachments() == null || wish.attachments().isEmpty()) {
            return files;
        }
        Attachments now = attachments;
        if (now == null || wish.model() == null || wish.recordId() == null) {
            throw Problem.rule("attachments", "platform.mail.attachment", String.valueOf(wish.attachments().get(0)));
        }
        List<Attachments.Attachment> known = now.list(wish.model(), wish.recordId());
        for (Long id : wish.attachments()) {
            Optional<Attachments.Attachment> file = known.stream().filter(a -> a.id() == id).findFirst();
            if (file.isEmpty()) {
                throw Problem.rule("attachments", "platform.mail.attachment", String.valueOf(id));
            }
            try (InputStream in = now.open(id)) {
                files.add(new MailMessage.File(file.get().name(), file.get().mediaType(), in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
