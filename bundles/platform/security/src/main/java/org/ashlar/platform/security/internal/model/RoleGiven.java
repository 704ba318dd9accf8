package org.ashlar.platform.security.internal.model;

/**
 * A role that a user has.
 *
 * @param role code
 * @param company company id, {@code null} for all companies
 */
public record RoleGiven(String role, Long company) {
}
