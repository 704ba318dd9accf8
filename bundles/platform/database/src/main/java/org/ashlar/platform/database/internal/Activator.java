package org.ashlar.platform.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import javax.transaction.UserTransaction;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.node.Signals;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the transaction manager first and the data sources after it, once, from settings that are there
 * before the framework starts: nothing below a persistence unit flaps while the suite comes up.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);

    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private Pools pools;

    @Override
    public void start(BundleContext context) throws Exception {
        DatabaseSettings settings = DatabaseSettings.from(context::getProperty);
        TransactionManagerImpl transactions = new TransactionManagerImpl(settings.transactionTimeoutSeconds());
        // Hibernate takes its defaults from here when it builds the first unit: no unit names a database, none asks it.
        System.setProperty("hibernate.dialect", settings.dialect());
        restore(context, settings);
        pools = new Pools(settings);
        boolean count = Boolean.parseBoolean(context.getProperty("ashlar.bench"))
                || Boolean.parseBoolean(context.getProperty("ashlar.count.statements"));
        DataSource write = count ? new CountingDataSource(pools.write()) : pools.write();
        DataSource read = count ? new CountingDataSource(pools.read()) : pools.read();
        DataSource jta = new JtaDataSource(write, transactions);

        String[] types = {
            TransactionManager.class.getName(), UserTransaction.class.getName(),
            TransactionSynchronizationRegistry.class.getName()
        };
        registrations.push(context.registerService(types, transactions, new Hashtable<>()));
        register(context, settings, "plain", pools.plain());
        register(context, settings, "read", read);
        register(context, settings, "jta", jta);
        registrations.push(context.registerService(DatabaseCopies.class, settings.isDerby() ? new DerbyCopies(pools.plain())
                : new PostgresCopies(settings), new Hashtable<>()));
        if (!settings.isDerby()) {
            registrations.push(context.registerService(Signals.class, new PostgresSignals(pools.driver(), pools.plain()),
                    new Hashtable<>()));
        }
        LOG.info("Database {} at {}", settings.kind(), settings.displayUrl());
    }

    /** A copy that an administrator laid ready takes the place of the database now, while nobody has it open. */
    private static void restore(BundleContext context, DatabaseSettings settings) throws IOException, BundleException {
        Path data = Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"));
        Path ready = data.resolve(DatabaseCopies.RESTORE_FOLDER).resolve(DatabaseCopies.RESTORE_READY);
        if (!Files.exists(ready)) {
            return;
        }
        LOG.info("A backup takes the place of the database");
        if (settings.isDerby()) {
            DerbyCopies.restore(data);
        } else {
            new PostgresCopies(settings).restore(data);
        }
        LaidPrograms.update(context, ready.resolveSibling(DatabaseCopies.RESTORE_PROGRAMS));
        // The mark goes first and alone, so that a kill leaves either all of it to be done again or nothing.
        Files.delete(ready);
        DerbyCopies.delete(ready.getParent());
    }

    private void register(BundleContext context, DatabaseSettings settings, String role, DataSource source) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("ashlar.datasource", role);
        properties.put("ashlar.database", settings.kind());
        registrations.push(context.registerService(DataSource.class, source, properties));
    }

    @Override
    public void stop(BundleContext context) {
        while (!registrations.isEmpty()) {
            registrations.pop().unregister();
        }
        pools.close();
    }
}
