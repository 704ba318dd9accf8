package org.ashlar.platform.identity.internal.model;

/** How a directory is reached. */
public enum Transport {
    LDAPS, STARTTLS,
    /** In clear; only on this machine. */
    PLAIN
}
