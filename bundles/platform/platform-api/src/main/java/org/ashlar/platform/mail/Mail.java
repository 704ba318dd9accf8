package org.ashlar.platform.mail;

import org.osgi.annotation.versioning.ProviderType;

/** Mail out. Thread-safe. */
@ProviderType
public interface Mail {

    /**
     * Writes the mail to the outbox inside the running (or a new) transaction; it leaves after commit, is tried again
     * while the server is away, and leaves once even with several nodes.
     *
     * @return id of the mail; that of the earlier one if {@code onceKey} was used before
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.mail.address} with the field of a wrong address
     */
    long send(MailMessage message);
}
