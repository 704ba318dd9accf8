package org.ashlar.platform.mail.internal.service;

import java.util.Set;
import org.ashlar.platform.mail.internal.domain.Addresses;
import org.ashlar.platform.mail.internal.model.MailServerEntity;
import org.ashlar.platform.mail.internal.out.WaitingMails;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of mail servers. What waits is tried again as soon as a server was changed. */
@Component
@ForModel("platform.mailServer")
public final class MailServerRules implements RecordRules<MailServerEntity> {
    private static final int HIGHEST_PORT = 65_535;

    private final WaitingMails waiting;

    /** By injection. */
    @Activate
    public MailServerRules(@Reference WaitingMails waiting) {
        this.waiting = waiting;
    }

    @Override
    public void beforeInsert(MailServerEntity server) {
        check(server);
        waiting.hurry();
    }

    @Override
    public void beforeUpdate(MailServerEntity server, Set<String> changed) {
        check(server);
        waiting.hurry();
    }

    private static void check(MailServerEntity server) {
        server.setFromAddress(Addresses.bare(server.getFromAddress(), "fromAddress"));
        if (server.getReplyTo() != null) {
            Addresses.bare(server.getReplyTo(), "replyTo");
        }
        if (server.getFromName() != null && server.getFromName().matches(".*\\p{Cntrl}.*")) {
            throw Problem.rule("fromName", "platform.mail.name");
        }
        host(server.getHost(), server.getPort());
    }

    /** A host name or address and a port. */
    static void host(String host, int port) {
        if (!host.matches("[A-Za-z0-9._:-]{1,255}")) {
            throw Problem.rule("host", "platform.mail.host", host);
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw Problem.rule("port", "platform.mail.port", port);
        }
    }
}
