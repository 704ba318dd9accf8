package org.ashlar.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void theRightPasswordVerifiesAndAnotherDoesNot() {
        String hash = PasswordHash.of("correct horse 电池".toCharArray());
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.verify(hash, "correct horse 电池".toCharArray())).isTrue();
        assertThat(PasswordHash.verify(hash, "correct horse 电厂".toCharArray())).isFalse();
    }

    @Test
    void theSamePasswordHashesDifferently() {
        assertThat(PasswordHash.of("correct horse".toCharArray())).isNotEqualTo(PasswordHash.of("correct horse".toCharArray()));
    }

    @Test
    void aKnownHashOfTheReferenceImplementationVerifies() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PasswordHash.verify(reference, "password".toCharArray())).isTrue();
    }

    @Test
    void aHashThatCannotBeReadOrAsksForTooMuchVerifiesNothing() {
        assertThat(PasswordHash.verify("", "x".toCharArray())).isFalse();
        assertThat(PasswordHash.verify("plain", "plain".toCharArray())).isFalse();
        assertThat(PasswordHash.verify("$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
                "x".toCharArray())).isFalse();
    }

    @Test
    void thePolicyNamesTheFirstBrokenRule() {
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "ann", "123456789")).contains("platform.password.short");
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "administrator", "Administrator")).contains("platform.password.login");
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "ann", "aaaaaaaaaaaa")).contains("platform.password.simple");
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "ann", "x".repeat(300))).contains("platform.password.long");
        assertThat(PasswordPolicy.breach(Policy.DEFAULT, "ann", "correct-horse")).isEmpty();
    }
}
