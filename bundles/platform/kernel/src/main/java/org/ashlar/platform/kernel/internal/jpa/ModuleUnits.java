package org.ashlar.platform.kernel.internal.jpa;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.spi.PersistenceProvider;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.ProviderUtil;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.UserTransaction;
import org.hibernate.SessionFactory;
import org.hibernate.boot.archive.scan.internal.DisabledScanner;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hibernate for the modules' persistence units, in place of Hibernate's own OSGi bundle, which costs half of a restart:
 * it reads every class file of a module though units list their entities, and the container builds each unit a first time
 * for a data source that does not exist, only to let providers weave classes, which this suite does not do. A unit sees
 * the classes of its module and of Hibernate and of nobody else, so an updated module leaves no class loader behind.
 */
@Component(service = PersistenceProvider.class,
        property = "javax.persistence.provider=org.hibernate.jpa.HibernatePersistenceProvider")
public final class ModuleUnits implements PersistenceProvider {

    private static final String NO_DATABASE = "DummyDataSource";

    private final ProviderUtil util = new HibernatePersistenceProvider().getProviderUtil();
    private final SuiteJtaPlatform platform;

    @Activate
    public ModuleUnits(@Reference TransactionManager manager, @Reference UserTransaction user) {
        platform = new SuiteJtaPlatform(manager, user);
    }

    @Override
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo unit, Map map) {
        DataSource source = unit.getJtaDataSource();
        if (source != null && source.getClass().getSimpleName().equals(NO_DATABASE)) {
            return nothing();
        }
        Map<Object, Object> settings = new HashMap<>();
        if (map != null) {
            settings.putAll(map);
        }
        settings.put(AvailableSettings.SCANNER, DisabledScanner.class.getName());
        settings.put(AvailableSettings.JTA_PLATFORM, platform);
        ClassLoader hibernate = SessionFactory.class.getClassLoader();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(hibernate);
        try {
            return Bootstrap.getEntityManagerFactoryBuilder(unit, settings, new ClassLoaderServiceImpl(
                    List.of(unit.getClassLoader(), hibernate), TcclLookupPrecedence.NEVER)).build();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** What the container closes again without having used it. */
    private static EntityManagerFactory nothing() {
        return (EntityManagerFactory) Proxy.newProxyInstance(ModuleUnits.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new UnsupportedOperationException("There is no database yet");
                });
    }

    @Override
    public EntityManagerFactory createEntityManagerFactory(String name, Map map) {
        return null;
    }

    @Override
    public void generateSchema(PersistenceUnitInfo unit, Map map) {
        throw new UnsupportedOperationException("Tables come from migrations");
    }

    @Override
    public boolean generateSchema(String name, Map map) {
        throw new UnsupportedOperationException("Tables come from migrations");
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return util;
    }
}
