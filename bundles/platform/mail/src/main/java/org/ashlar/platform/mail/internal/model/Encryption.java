package org.ashlar.platform.mail.internal.model;

/** How a connection to a mail server is protected. */
public enum Encryption {
    /** TLS from the first byte (ports 465, 993). */
    TLS,
    /** TLS after STARTTLS, refused without it (ports 587, 143). */
    STARTTLS,
    /** None; only inside one's own network. */
    NONE
}
