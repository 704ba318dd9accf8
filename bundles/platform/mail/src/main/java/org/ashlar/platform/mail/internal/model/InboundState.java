package org.ashlar.platform.mail.internal.model;

/** What became of a mail that came in. */
public enum InboundState {
    /** It became a comment on a record. */
    COMMENTED,
    /** A record was made from it. */
    CREATED,
    /** It says that one of our mails came back. */
    BOUNCE,
    /** An automatic answer, a list's mail or a loop: seen and left alone. */
    SKIPPED,
    /** It answers nothing and the mailbox makes no records: somebody has to look. */
    KEPT,
    /** It could not be read or a record refused it; it is kept as it came. */
    FAILED
}
