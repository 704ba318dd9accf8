package org.ashlar.platform.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes records of one model from mails, a service; a mailbox rule names the model. Called inside a transaction, as the system. Thread-safe. */
@ConsumerType
public interface MailTarget {

    /** Model of the records made. */
    String model();

    /** Makes a record from a mail that answers no known one; returns its id. */
    long create(InboundMail mail);
}
