package org.ashlar.platform.operations.internal.masking;

/** What a column holds, and so what takes its place. */
enum Kind {
    /** Name of a person. */
    PERSON,
    /** Name of an organisation. */
    ORGANISATION,
    /** Name that somebody signs in with. */
    LOGIN,
    PHONE,
    MAIL,
    /** Name in a messenger. */
    HANDLE,
    /** Number of a person or organisation with an authority. */
    ID,
    /** Number of an account at a bank. */
    ACCOUNT,
    /** Street and house number. */
    STREET,
    /** Whatever it looks like: number, address, or letters and digits. */
    ANY,
    /** Free text, which may name anybody: emptied. */
    TEXT,
    /** Password, token, key: emptied. */
    SECRET
}
