package org.ashlar.platform.kernel.internal.tx;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.InvalidTransactionException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Boundaries over the JTA transaction manager.
 *
 * <p>Work for before the commit runs in the frame of {@link #required} where it began the transaction, so that a veto or a
 * failing flush comes out as the exception it is; work registered even later (by a flush inside the manager) runs in an
 * interposed synchronization, after those of the persistence units. Work for after the commit runs when the thread is free
 * of the transaction and may begin another.
 */
@Component
public final class DefaultTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultTransactions.class);
    private static final int ATTEMPTS = 4;
    private static final int PAUSE_MILLIS = 15;

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Object key = new Object();

    @Activate
    public DefaultTransactions(@Reference TransactionManager manager,
            @Reference TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return active() ? joined(work) : own(work);
    }

    @Override
    public <T> T separate(Supplier<T> work) {
        if (!active()) {
            return own(work);
        }
        Transaction suspended = suspend();
        try {
            return own(work);
        } finally {
            resume(suspended);
        }
    }

    @Override
    public boolean active() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void beforeCommit(Runnable work) {
        context().before(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        context().after(work);
    }

    private <T> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            markRollback();
            throw e;
        }
    }

    private <T> T own(Supplier<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (SqlStates.isVictim(e)) {
                    if (attempt < ATTEMPTS) {
                        LOG.debug("The database gave transaction attempt {} up; trying again", attempt, e);
                        pause(attempt);
                        continue;
                    }
                    throw unavailable("platform.database.busy", e);
                }
                if (!(e instanceof Problem) && SqlStates.isUnavailable(e)) {
                    throw unavailable("platform.database.unavailable", e);
                }
                throw e;
            }
        }
    }

    private static Problem unavailable(String code, RuntimeException cause) {
        Problem problem = Problem.of(ProblemKind.UNAVAILABLE, code);
        problem.initCause(cause);
        return problem;
    }

    private <T> T once(Supplier<T> work) {
        begin();
        TransactionContext context;
        T result;
        try {
            context = context();
            context.setBegunHere();
            result = work.get();
            context.drainBefore();
        } catch (RuntimeException | Error e) {
            rollback();
            throw e;
        }
        commit(context);
        runAfter(context);
        return result;
    }

    private void begin() {
        try {
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction can begin", e);
        }
    }

    private void commit(TransactionContext context) {
        try {
            manager.commit();
        } catch (RollbackException e) {
            if (context.veto() != null) {
                throw context.veto();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new TransactionFailedException(e);
        } catch (HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private void rollback() {
        try {
            manager.rollback();
        } catch (SystemException | IllegalStateException | SecurityException e) {
            // The reason for the rollback is on its way to the caller and says more.
            LOG.debug("Rollback reported a failure", e);
        }
    }

    private void markRollback() {
        try {
            manager.setRollbackOnly();
        } catch (SystemException | IllegalStateException e) {
            LOG.debug("The transaction has ended already", e);
        }
    }

    private Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction cannot be suspended", e);
        }
    }

    private void resume(Transaction transaction) {
        try {
            manager.resume(transaction);
        } catch (SystemException | InvalidTransactionException e) {
            throw new IllegalStateException("The suspended transaction cannot go on", e);
        }
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException("Transaction state unknown", e);
        }
    }

    private TransactionContext context() {
        if (!active()) {
            throw new IllegalStateException("No transaction is running");
        }
        TransactionContext context = (TransactionContext) registry.getResource(key);
        if (context == null) {
            context = new TransactionContext();
            registry.putResource(key, context);
            registry.registerInterposedSynchronization(new Ending(context));
        }
        return context;
    }

    private static void runAfter(TransactionContext context) {
        for (List<Runnable> works = context.takeAfter(); !works.isEmpty(); works = context.takeAfter()) {
            for (Runnable work : works) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("Work after a commit failed", e);
                }
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS) + (long) PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Ends transactions that somebody else began, and catches what a late flush registered. */
    private final class Ending implements Synchronization {

        private final TransactionContext context;

        Ending(TransactionContext context) {
            this.context = context;
        }

        @Override
        public void beforeCompletion() {
            try {
                context.drainBefore();
            } catch (RuntimeException e) {
                context.setVeto(e);
                markRollback();
                if (!context.isBegunHere()) {
                    throw e;
                }
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED && !context.isBegunHere()) {
                Transaction ended = suspend();
                try {
                    runAfter(context);
                } finally {
                    resume(ended);
                }
            }
        }
    }

    /** The transaction did not commit, and no work of it said why. */
    private static final class TransactionFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TransactionFailedException(Exception cause) {
            super("The transaction was rolled back: " + cause.getMessage(), cause);
        }
    }
}
