package org.ashlar.platform.kernel.internal.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.record.IdSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequenceIdsTest {

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoNodesNeverGiveTheSameIdAndBlocksAreWhole() {
        IdSource one = new SequenceIds(database.plain, database.isPostgresql());
        IdSource other = new SequenceIds(database.plain, database.isPostgresql());
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 1500; i++) {
            assertThat(ids.add(one.next())).isTrue();
            assertThat(ids.add(other.next())).isTrue();
        }
        for (int block = 0; block < 5; block++) {
            long first = one.block(700);
            for (int i = 0; i < 700; i++) {
                assertThat(ids.add(first + i)).isTrue();
            }
        }
        assertThat(ids).allMatch(id -> id >= 1000);
        assertThatThrownBy(() -> one.block(1001)).isInstanceOf(IllegalArgumentException.class);
    }
}
