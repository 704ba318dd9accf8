package org.ashlar.platform.security.internal.rest;

/** The few requests that are answered without a caller. */
final class PublicPaths {
    private static final String OIDC = "/session/oidc/";

    /** Calls of other systems, which prove themselves by signature or token. */
    private static final String HOOKS = "/hooks/";

    /** One-time links of mails: the secret in the path is the proof. */
    private static final String LINKS = "/platform/approval-links/";

    /** Calls of chat services, which sign them. */
    private static final String CHATS = "/message-callbacks/";

    private PublicPaths() {
    }

    /**
     * Whether anybody may ask.
     *
     * @param path path below {@code /api/v1}
     */
    static boolean contains(String method, String path) {
        boolean read = "GET".equals(method) || "HEAD".equals(method);
        return switch (path) {
            case "/health/live", "/health/ready", "/about", "/metrics" -> read;
            case "/session" -> "POST".equals(method);
            case "/setup" -> read || "POST".equals(method);
            case "/session/welcome", "/session/welcome/check" -> "POST".equals(method);
            default -> read && path.startsWith(OIDC) && (path.endsWith("/start") || path.endsWith("/callback"))
                    || read && "/session/ways".equals(path)
                    || "POST".equals(method) && path.startsWith(HOOKS)
                    || (read || "POST".equals(method)) && (path.startsWith(LINKS) || path.startsWith(CHATS));
        };
    }

    /** Whether a session may ask that waits for its second step or a new password. */
    static boolean pending(String path) {
        return "/session".equals(path) || "/session/password".equals(path) || path.startsWith("/session/totp");
    }
}
