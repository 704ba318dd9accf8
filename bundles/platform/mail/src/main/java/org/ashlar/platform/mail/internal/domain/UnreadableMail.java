package org.ashlar.platform.mail.internal.domain;

/** Bytes that are no mail. */
public final class UnreadableMail extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableMail(String reason, Throwable cause) {
        super(reason, cause);
    }
}
