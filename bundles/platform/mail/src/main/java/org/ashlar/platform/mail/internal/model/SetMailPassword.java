package org.ashlar.platform.mail.internal.model;

/**
 * A password to keep sealed.
 *
 * @param password the password; empty removes it
 */
public record SetMailPassword(String password) {
    @Override
    public String toString() {
        return "SetMailPassword[]";
    }
}
