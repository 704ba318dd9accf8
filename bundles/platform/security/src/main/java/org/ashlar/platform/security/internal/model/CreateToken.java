package org.ashlar.platform.security.internal.model;

/**
 * Body of the action that creates an API token for a user.
 *
 * @param name what it is for
 * @param company company id, {@code null}: the caller's current one
 * @param expires ISO instant or date after which it is refused, {@code null}: never
 * @param scopes grants that bound the user's, separated by blanks or commas; {@code null}: all of the user's
 */
public record CreateToken(String name, Long company, String expires, String scopes) {
}
