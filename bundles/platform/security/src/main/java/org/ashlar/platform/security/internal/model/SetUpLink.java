package org.ashlar.platform.security.internal.model;

/**
 * A way in for somebody who has no password yet. Shown once.
 *
 * @param path path of the page with the one-time token in its fragment, which no server log and no referrer sees
 * @param expires when it becomes void, ISO 8601
 */
public record SetUpLink(String path, String expires) {
    /** Never shows the token, wherever it is printed. */
    @Override
    public String toString() {
        return "SetUpLink[" + expires + "]";
    }
}
