package org.ashlar.tooling.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumVersionsTest {

    private static final MinimumVersions RULES = MinimumVersions.of("""
            # remark
            org.a:b  2.13.4.2  deep nesting
            org.a:c  1.2-rc2   something else
            """);

    private static List<String> tooOld(String name, String version) {
        return RULES.tooOld(List.of(new Library("org.a", name, version, null)));
    }

    @Test
    void anOlderVersionIsNamedWithItsReason() {
        assertThat(tooOld("b", "2.13.4.1")).containsExactly("org.a:b 2.13.4.1 is older than 2.13.4.2: deep nesting");
        assertThat(tooOld("b", "2.9")).hasSize(1);
        assertThat(tooOld("c", "1.2-rc1")).hasSize(1);
    }

    @Test
    void theLeastAndNewerOnesMayGo() {
        assertThat(tooOld("b", "2.13.4.2")).isEmpty();
        assertThat(tooOld("b", "2.20.0")).isEmpty();
        assertThat(tooOld("c", "1.2")).isEmpty();
        assertThat(tooOld("d", "0")).isEmpty();
    }

    @Test
    void rulesThatConcernNothingAreNamed() {
        assertThat(RULES.idle(List.of(new Library("org.a", "b", "1", null)))).containsExactly("org.a:c");
    }

    @Test
    void aLineThatSaysSomethingElseIsRefused() {
        assertThatThrownBy(() -> MinimumVersions.of("org.a:b 1")).hasMessageContaining("org.a:b 1");
    }
}
