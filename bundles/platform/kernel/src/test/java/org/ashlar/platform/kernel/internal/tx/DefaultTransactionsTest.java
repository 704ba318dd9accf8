package org.ashlar.platform.kernel.internal.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefaultTransactionsTest {

    private final TestDatabase database = new TestDatabase();
    private final DefaultTransactions transactions = database.transactions;
    private final Jdbc plain = new Jdbc(database.plain);
    private final Jdbc jta = new Jdbc(database.jta);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void table() {
        plain.update("CREATE TABLE t (id INT PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commitsWhatJoinedWorkWroteAndCallsInOrder() {
        transactions.run(() -> {
            insert(1);
            transactions.afterCommit(() -> heard.add("after, rows " + rows() + ", active " + transactions.active()));
            transactions.beforeCommit(() -> {
                heard.add("first");
                transactions.beforeCommit(() -> heard.add("third"));
            });
            transactions.run(() -> insert(2));
            transactions.beforeCommit(() -> heard.add("second"));
        });
        assertThat(heard).containsExactly("first", "second", "third", "after, rows 2, active false");
    }

    @Test
    void workAfterACommitMayBeginATransaction() {
        transactions.run(() -> transactions.afterCommit(() -> transactions.run(() -> insert(7))));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anExceptionUndoesAllAndComesOutAsItIs() {
        assertThatThrownBy(() -> transactions.run(() -> {
            insert(1);
            transactions.afterCommit(() -> heard.add("after"));
            throw Problem.rule("f", "some.rule");
        })).isInstanceOf(Problem.class).hasMessageContaining("some.rule");
        assertThat(rows()).isZero();
        assertThat(heard).isEmpty();
        assertThat(transactions.active()).isFalse();
    }

    @Test
    void aVetoBeforeTheCommitUndoesAllAndComesOutAsItIs() {
        assertThatThrownBy(() -> transactions.run(() -> {
            insert(1);
            transactions.beforeCommit(() -> {
                throw Problem.rule("f", "veto");
            });
        })).isInstanceOf(Problem.class).hasMessageContaining("veto");
        assertThat(rows()).isZero();
    }

    @Test
    void aCaughtFailureOfJoinedWorkStillRollsBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
            insert(1);
            try {
                transactions.run(() -> {
                    throw new IllegalArgumentException("inner");
                });
            } catch (IllegalArgumentException caught) {
                heard.add("caught");
            }
        })).hasMessageContaining("rolled back");
        assertThat(rows()).isZero();
    }

    @Test
    void separateWorkStaysWhenTheOuterTransactionFails() {
        assertThatThrownBy(() -> transactions.run(() -> {
            insert(1);
            transactions.separate(() -> {
                insert(2);
                return null;
            });
            throw new IllegalArgumentException("outer");
        })).hasMessage("outer");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void victimsAreTriedAgainAndGiveUpWithAProblem() {
        AtomicInteger tries = new AtomicInteger();
        transactions.run(() -> {
            insert(tries.incrementAndGet());
            if (tries.get() < 3) {
                throw victim();
            }
        });
        assertThat(tries).hasValue(3);
        assertThat(rows()).isEqualTo(1);

        assertThatThrownBy(() -> transactions.run(() -> {
            throw victim();
        })).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.UNAVAILABLE));
    }

    @Test
    void joinedVictimsAreNotTriedAgainByThemselves() {
        AtomicInteger inner = new AtomicInteger();
        AtomicInteger outer = new AtomicInteger();
        assertThatThrownBy(() -> transactions.run(() -> {
            outer.incrementAndGet();
            transactions.run(() -> {
                inner.incrementAndGet();
                throw victim();
            });
        })).isInstanceOf(Problem.class);
        assertThat(inner.get()).isEqualTo(outer.get()).isEqualTo(4);
    }

    @Test
    void transactionsBegunByOthersCallBackToo() throws Exception {
        database.manager.begin();
        insert(1);
        transactions.beforeCommit(() -> insert(2));
        transactions.afterCommit(() -> transactions.run(() -> insert(3)));
        database.manager.commit();
        assertThat(rows()).isEqualTo(3);
    }

    private static RuntimeException victim() {
        return new JdbcException("chosen", new SQLException("deadlock", "40001"));
    }

    private void insert(int id) {
        jta.update("INSERT INTO t VALUES (?)", id);
    }

    private int rows() {
        return plain.first("SELECT COUNT(*) FROM t", row -> row.getInt(1)).orElseThrow();
    }
}
