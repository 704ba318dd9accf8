package org.ashlar.platform.security.internal.model;

/**
 * Answer to a token's creation: the only time that its value is shown.
 *
 * @param id record id of the token
 * @param token value for {@code Authorization: Bearer}
 * @param expires ISO instant or {@code null}
 */
public record TokenCreated(long id, String token, String expires) {
    /** Never shows the token, wherever it is printed. */
    @Override
    public String toString() {
        return "TokenCreated[" + id + "]";
    }
}
