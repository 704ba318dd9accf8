package org.ashlar.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantSetTest {
    @ParameterizedTest
    @CsvSource({"*,sales.order.confirm,true", "sales.order.confirm,sales.order.confirm,true",
        "sales.order.confirm,sales.order.cancel,false", "sales.order.*,sales.order.confirm,true",
        "sales.*,sales.order.confirm,true", "sales.*,salesforce.order.read,false", "sales.*.read,sales.order.read,true",
        "sales.*.read,sales.order.update,false", "sales.*.read,sales.order.line.read,false", "sales.order.*,sales.order,false",
        "*.*.read,masters.party.read,true", "*.*.read,masters.party.delete,false", "sales.order,sales.order.read,false"})
    void aGrantCoversWhatItSays(String grant, String permission, boolean covered) {
        assertThat(GrantSet.of(Set.of(grant)).covers(permission)).isEqualTo(covered);
    }

    @Test
    void nothingIsGrantedByDefault() {
        assertThat(GrantSet.NONE.covers("sales.order.read")).isFalse();
        assertThat(GrantSet.of(List.of("", " ")).covers("")).isFalse();
    }

    @Test
    void aWiderGrantIsNotCoveredByANarrowerOne() {
        GrantSet readers = GrantSet.of(Set.of("sales.*.read"));
        assertThat(readers.coversAll(Set.of("sales.order.read"))).isTrue();
        assertThat(readers.coversAll(Set.of("sales.*"))).isFalse();
        assertThat(readers.coversAll(Set.of("*"))).isFalse();
        assertThat(GrantSet.of(Set.of("sales.*")).coversAll(readers)).isTrue();
    }

    @Test
    void scopesOnlyNarrow() {
        GrantSet user = GrantSet.of(Set.of("sales.*", "masters.party.read"));
        assertThat(user.narrowedTo(Set.of("sales.order.read", "finance.*"))).containsExactly("sales.order.read");
        assertThat(user.narrowedTo(Set.of("*"))).containsExactlyInAnyOrder("sales.*", "masters.party.read");
    }

    @Property
    void whatANarrowedSetCoversBothCover(@ForAll("grants") Set<String> user, @ForAll("grants") Set<String> scopes,
            @ForAll("permission") String permission) {
        GrantSet narrowed = GrantSet.of(user).narrowedTo(scopes);
        if (narrowed.covers(permission)) {
            assertThat(GrantSet.of(user).covers(permission)).isTrue();
            assertThat(GrantSet.of(scopes).covers(permission)).isTrue();
        }
    }

    @Provide
    Arbitrary<Set<String>> grants() {
        return Arbitraries.of("*", "a.*", "a.b.*", "a.*.read", "a.b.read", "b.*", "b.c.update", "*.*.read").set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> permission() {
        return Arbitraries.of("a.b.read", "a.c.read", "a.b.update", "b.c.update", "b.c.read", "c.d.read", "a.b.c.read");
    }
}
