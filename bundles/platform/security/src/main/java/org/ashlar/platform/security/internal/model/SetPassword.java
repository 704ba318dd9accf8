package org.ashlar.platform.security.internal.model;

/**
 * Body of the action that gives a user a new password.
 *
 * @param password the new password
 */
public record SetPassword(String password) {
    /** Never shows the password, wherever it is printed. */
    @Override
    public String toString() {
        return "SetPassword[***]";
    }
}
