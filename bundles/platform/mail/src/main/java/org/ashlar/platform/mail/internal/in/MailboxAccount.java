package org.ashlar.platform.mail.internal.in;

import java.util.Map;
import org.ashlar.platform.mail.internal.model.Encryption;

/**
 * A mailbox with what is needed to read it.
 *
 * @param fields templates of the fields of a new record, in order
 * @param uidValidity what {@code lastUid} belongs to, 0 at first
 * @param lastUid last message that was dealt with
 */
record MailboxAccount(long id, long companyId, String address, String host, int port, Encryption encryption, String user,
        String password, String folder, String target, Map<String, String> fields, long uidValidity, long lastUid) {
    @Override
    public String toString() {
        return user + " at " + host + ":" + port;
    }
}
