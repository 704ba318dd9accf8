package org.ashlar.platform.collaboration.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void loginsAreFoundWhereTheyStand() {
        assertThat(Mentions.of("@Anna, please ask @bert.k. 请@wang看一下 (@o'neill)")).containsExactly("anna", "bert.k", "wang", "o");
    }

    @Test
    void mailAddressesAreNoMentions() {
        assertThat(Mentions.of("write to anna@example.com or a.b+c@d.org")).isEmpty();
    }

    @Test
    void nobodyIsMentionedByNothing() {
        assertThat(Mentions.of(null)).isEmpty();
        assertThat(Mentions.of("@ @@ @.")).isEmpty();
        assertThat(Mentions.of("@a ".repeat(10) + "@b ")).containsExactly("a", "b");
    }
}
