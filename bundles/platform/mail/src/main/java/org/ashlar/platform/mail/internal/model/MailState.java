package org.ashlar.platform.mail.internal.model;

/** Where a mail stands. */
public enum MailState {
    /** Waits for its next attempt. */
    QUEUED,
    /** A node is sending it. */
    SENDING,
    /** A server took it over. */
    SENT,
    /** The connection broke after the text was handed over and before the server's answer: it may have left. */
    UNCERTAIN,
    /** It was refused for good or was too old. */
    FAILED,
    /** It left and came back. */
    BOUNCED
}
