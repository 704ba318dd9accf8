package org.ashlar.platform.mail.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.internal.domain.Addresses;
import org.ashlar.platform.mail.internal.model.MailboxEntity;
import org.ashlar.platform.mail.internal.model.MailboxFieldEntity;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of mailboxes. Their mails make records as the system, so who sets one up must be allowed to make them. */
@Component
@ForModel("platform.mailbox")
public final class MailboxRules implements RecordRules<MailboxEntity> {
    private final Catalog catalog;
    private final Access access;

    /** By injection. */
    @Activate
    public MailboxRules(@Reference Catalog catalog, @Reference Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    @Override
    public void beforeInsert(MailboxEntity mailbox) {
        check(mailbox);
    }

    @Override
    public void beforeUpdate(MailboxEntity mailbox, Set<String> changed) {
        check(mailbox);
    }

    private void check(MailboxEntity mailbox) {
        mailbox.setAddress(Addresses.bare(mailbox.getAddress(), "address"));
        MailServerRules.host(mailbox.getHost(), mailbox.getPort());
        int position = 0;
        for (MailboxFieldEntity field : mailbox.getFields()) {
            field.setPosition(++position);
        }
        if (mailbox.getTarget() == null) {
            return;
        }
        ModelInfo target = catalog.find(mailbox.getTarget())
                .orElseThrow(() -> Problem.rule("target", "platform.model.unknown", mailbox.getTarget()));
        access.require(target.id() + ".create");
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < mailbox.getFields().size(); i++) {
            String name = mailbox.getFields().get(i).getField();
            FieldInfo field = target.field(name).orElse(null);
            if (field == null || field.hidden() || field.readonly()) {
                errors.add(new FieldError("fields[" + i + "].field", "platform.mailbox.field", List.of(name, target.id())));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("platform.mailbox.fields", errors);
        }
    }
}
