package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {

    private final Map<Long, Long> parents = Map.of(3L, 2L, 2L, 1L, 8L, 9L, 9L, 8L);

    @Test
    void circlesAreFoundAtAnyDepth() {
        assertThat(Tree.closesCircle(1L, 1L, parents::get)).isTrue();
        assertThat(Tree.closesCircle(1L, 3L, parents::get)).isTrue();
        assertThat(Tree.closesCircle(4L, 3L, parents::get)).isFalse();
        assertThat(Tree.closesCircle(null, 3L, parents::get)).isFalse();
        assertThat(Tree.closesCircle(1L, null, parents::get)).isFalse();
    }

    @Test
    void aCircleThatIsAlreadyThereDoesNotHang() {
        assertThat(Tree.closesCircle(1L, 8L, parents::get)).isFalse();
    }
}
