package org.ashlar.masters.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.Test;

class CommittedCacheTest {

    /** One transaction at a time, begun and ended by hand. */
    private static final class OneTransaction implements TransactionSynchronizationRegistry {

        private Object key;
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();

        void begin() {
            key = new Object();
        }

        void end(int status) {
            key = null;
            resources.clear();
            List<Synchronization> all = List.copyOf(synchronizations);
            synchronizations.clear();
            all.forEach(synchronization -> synchronization.afterCompletion(status));
        }

        @Override
        public Object getTransactionKey() {
            return key;
        }

        @Override
        public void putResource(Object resource, Object value) {
            resources.put(resource, value);
        }

        @Override
        public Object getResource(Object resource) {
            return resources.get(resource);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return key == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }

    private final OneTransaction transaction = new OneTransaction();
    private final CommittedCache<Long, String> cache = new CommittedCache<>(transaction, 10);
    private String stored = "old";
    private int loads;

    private String read() {
        return cache.get(1L, key -> {
            loads++;
            return stored;
        });
    }

    @Test
    void readsOnce() {
        assertThat(read()).isEqualTo("old");
        assertThat(read()).isEqualTo("old");
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void theChangingTransactionSeesItsChangeAndARollbackLeavesNothing() {
        read();
        transaction.begin();
        stored = "new";
        cache.changed(1L);
        assertThat(read()).isEqualTo("new");
        stored = "old";
        transaction.end(Status.STATUS_ROLLEDBACK);
        assertThat(read()).isEqualTo("old");
        assertThat(cache.changing(1L)).isFalse();
    }

    @Test
    void afterTheCommitTheNewValueIsKept() {
        read();
        transaction.begin();
        cache.changed(1L);
        cache.changed(1L);
        stored = "new";
        transaction.end(Status.STATUS_COMMITTED);
        assertThat(read()).isEqualTo("new");
        loads = 0;
        assertThat(read()).isEqualTo("new");
        assertThat(loads).isZero();
    }

    @Test
    void aSlowReaderDoesNotPutBackWhatItReadBeforeTheChange() {
        assertThat(cache.get(1L, key -> {
            transaction.begin();
            cache.changed(1L);
            stored = "new";
            transaction.end(Status.STATUS_COMMITTED);
            return "old";
        })).isEqualTo("old");
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void manyKeysAreLoadedInOneGo() {
        cache.get(1L, key -> "one");
        List<Object> asked = new ArrayList<>();
        assertThat(cache.getAll(List.of(1L, 2L, 3L), keys -> {
            asked.addAll(keys);
            return Map.of(2L, "two");
        })).containsExactlyInAnyOrderEntriesOf(Map.of(1L, "one", 2L, "two"));
        assertThat(asked).containsExactly(2L, 3L);
    }
}
