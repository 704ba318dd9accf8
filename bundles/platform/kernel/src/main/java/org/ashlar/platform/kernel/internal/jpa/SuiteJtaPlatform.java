package org.ashlar.platform.kernel.internal.jpa;

import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.UserTransaction;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformException;

/** Lets Hibernate take part in the suite's transactions. */
final class SuiteJtaPlatform implements JtaPlatform {

    private static final long serialVersionUID = 1L;

    private final transient TransactionManager manager;
    private final transient UserTransaction user;

    SuiteJtaPlatform(TransactionManager manager, UserTransaction user) {
        this.manager = manager;
        this.user = user;
    }

    @Override
    public TransactionManager retrieveTransactionManager() {
        return manager;
    }

    @Override
    public UserTransaction retrieveUserTransaction() {
        return user;
    }

    @Override
    public Object getTransactionIdentifier(Transaction transaction) {
        return transaction;
    }

    @Override
    public boolean canRegisterSynchronization() {
        try {
            return manager.getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new JtaPlatformException("Transaction state unknown", e);
        }
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        try {
            manager.getTransaction().registerSynchronization(synchronization);
        } catch (RollbackException | SystemException e) {
            throw new JtaPlatformException("The persistence unit could not join the transaction", e);
        }
    }

    @Override
    public int getCurrentStatus() throws SystemException {
        return manager.getStatus();
    }
}
