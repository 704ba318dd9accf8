package org.ashlar.platform.security.internal.model;

/**
 * Body of the action that gives a user a new password.
 *
 * @param password the new password
 * @param mustChange whether the user has to choose another one when he signs in next; {@code null}: no
 */
public record SetPassword(String password, Boolean mustChange) {
    /** Never shows the password, wherever it is printed. */
    @Override
    public String toString() {
        return "SetPassword[***]";
    }
}
