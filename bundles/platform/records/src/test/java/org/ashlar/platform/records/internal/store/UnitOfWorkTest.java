package org.ashlar.platform.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {

    private final UnitOfWork work = new UnitOfWork();
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void givenAUnit() {
        work.add(proxy(EntityManagerFactory.class), proxy(EntityManager.class));
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("flush")) {
                written.add("flush");
            }
            return switch (method.getName()) {
                case "isOpen" -> true;
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == args[0];
                default -> null;
            };
        }));
    }

    @Test
    void nothingIsWrittenWhileARecordIsHalfFilled() {
        work.whole(() -> {
            assertThat(written).as("what was pending before").hasSize(1);
            work.flush();
            work.whole(() -> {
                work.flush();
                return null;
            });
            work.flush();
            assertThat(written).hasSize(1);
            return null;
        });
        work.flush();
        assertThat(written).hasSize(2);
    }

    @Test
    void aRefusalLetsTheNextFlushThrough() {
        assertThatThrownBy(() -> work.whole(() -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        work.flush();
        assertThat(written).hasSize(2);
    }
}
