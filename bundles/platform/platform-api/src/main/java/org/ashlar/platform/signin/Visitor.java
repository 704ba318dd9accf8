package org.ashlar.platform.signin;

/**
 * Who stands at the door.
 *
 * @param address remote address
 * @param device what the client says that it is ({@code User-Agent}), or {@code null}
 * @param secure whether the request came over HTTPS
 * @param before secret of the session that the browser still has, or {@code null}; it ends at a new sign-in
 */
public record Visitor(String address, String device, boolean secure, String before) {
    /** Never shows the secret. */
    @Override
    public String toString() {
        return "Visitor[" + address + "]";
    }
}
