package org.ashlar.platform.webhooks.internal.model;

/** What a call does. */
public enum HookOperation {
    /** Creates a record. */
    CREATE,
    /** Changes the record that the key names. */
    UPDATE,
    /** Changes the record that the key names, or creates it. */
    UPSERT,
    /** Calls an action of the record that the key names. */
    ACTION
}
