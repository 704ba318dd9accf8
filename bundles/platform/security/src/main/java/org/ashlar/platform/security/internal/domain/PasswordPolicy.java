package org.ashlar.platform.security.internal.domain;

import java.util.Locale;
import java.util.Optional;

/** What a new password must be. Length beats composition rules (NIST SP 800-63B). */
public final class PasswordPolicy {
    /** Least number of characters unless the policy says otherwise. */
    public static final int MIN = 10;
    /** Fewer cannot be allowed. */
    public static final int FLOOR = 8;
    /** Most characters; bounds the work of one sign-in. */
    public static final int MAX = 256;

    private PasswordPolicy() {
    }

    /** Message code of the first rule that the password breaks. */
    public static Optional<String> breach(Policy policy, String login, String password) {
        if (password == null || password.codePointCount(0, password.length()) < Math.max(FLOOR, policy.minLength())) {
            return Optional.of("platform.password.short");
        }
        if (password.length() > MAX) {
            return Optional.of("platform.password.long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String name = login == null ? "" : login.trim().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && (lower.equals(name) || lower.equals(name + name))) {
            return Optional.of("platform.password.login");
        }
        if (lower.chars().distinct().count() < 3) {
            return Optional.of("platform.password.simple");
        }
        if (policy.refuseCommon() && CommonPasswords.contains(lower, name)) {
            return Optional.of("platform.password.common");
        }
        return Optional.empty();
    }
}
