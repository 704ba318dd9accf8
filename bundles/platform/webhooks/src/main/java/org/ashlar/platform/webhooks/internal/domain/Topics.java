package org.ashlar.platform.webhooks.internal.domain;

/** Names of topics and patterns of them: {@code sales.order.confirmed}, {@code sales.*}, {@code *}. Pure. */
public final class Topics {

    private Topics() {
    }

    /** Whether a text can be a pattern. */
    public static boolean valid(String pattern) {
        return pattern.matches("\\*|[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)*(\\.\\*)?");
    }

    /** Whether the topic is meant. */
    public static boolean matches(String pattern, String topic) {
        return pattern.equals("*") || pattern.equals(topic)
                || pattern.endsWith(".*") && topic.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
