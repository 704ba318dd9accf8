package org.ashlar.platform.mail.internal.out;

import org.ashlar.platform.mail.internal.model.Encryption;

/** How to reach an SMTP server, with the opened password. */
record ServerAccount(long id, String host, int port, Encryption encryption, String user, String password, String fromAddress,
        String fromName, String replyTo, boolean subjectToken) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
