package org.ashlar.platform.kernel.internal.whiteboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ashlar.platform.module.AshlarModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The services of one type, highest ranking first, each fetched when it is first used. Fetching late keeps a component
 * whose activation needs the kernel from being asked for while the kernel itself is being activated. Thread-safe.
 *
 * @param <S> service type
 */
public final class Whiteboard<S> implements ServiceTrackerCustomizer<S, Whiteboard.Entry<S>>, AutoCloseable {

    private final BundleContext context;
    private final ServiceTracker<S, Entry<S>> tracker;
    private final Runnable changed;
    private final ConcurrentHashMap<ServiceReference<S>, Entry<S>> entries = new ConcurrentHashMap<>();
    private volatile List<Entry<S>> sorted;

    /**
     * Does not track before {@link #open}.
     *
     * @param changed runs after each arrival and departure; must be quick
     */
    public Whiteboard(BundleContext context, Class<S> type, Runnable changed) {
        this.context = context;
        this.changed = changed;
        tracker = new ServiceTracker<>(context, type, this);
    }

    /** Tracks services of a type that its owner asks for when it needs one; begins at once. */
    public static <S> Whiteboard<S> of(BundleContext context, Class<S> type) {
        Whiteboard<S> whiteboard = new Whiteboard<>(context, type, () -> { });
        whiteboard.open();
        return whiteboard;
    }

    /** Begins tracking; apart from the constructor so that the callback finds its owner complete. */
    public void open() {
        tracker.open();
    }

    /** All services, highest ranking first, then in order of registration. */
    public List<Entry<S>> list() {
        List<Entry<S>> list = sorted;
        return list == null ? sort() : list;
    }

    private synchronized List<Entry<S>> sort() {
        List<Entry<S>> list = new ArrayList<>(entries.values());
        list.sort(Comparator.<Entry<S>, ServiceReference<S>>comparing(Entry::reference).reversed());
        sorted = List.copyOf(list);
        return sorted;
    }

    /** The highest ranking service that can be had now. */
    public Optional<S> first() {
        for (Entry<S> entry : list()) {
            Optional<S> service = entry.service();
            if (service.isPresent()) {
                return service;
            }
        }
        return Optional.empty();
    }

    /** Uses every service; one that went away meanwhile is left out. */
    public void forEach(Consumer<S> use) {
        list().forEach(e -> e.service().ifPresent(use));
    }

    /** All services that can be had now. */
    public List<S> services() {
        List<S> services = new ArrayList<>();
        forEach(services::add);
        return services;
    }

    @Override
    public Entry<S> addingService(ServiceReference<S> reference) {
        Entry<S> entry = new Entry<>(context, reference);
        entries.put(reference, entry);
        changed();
        return entry;
    }

    @Override
    public void modifiedService(ServiceReference<S> reference, Entry<S> entry) {
        changed();
    }

    @Override
    public void removedService(ServiceReference<S> reference, Entry<S> entry) {
        entries.remove(reference);
        changed();
        entry.release();
    }

    private void changed() {
        synchronized (this) {
            sorted = null;
        }
        changed.run();
    }

    @Override
    public void close() {
        tracker.close();
    }

    /**
     * One service.
     *
     * @param <S> service type
     */
    public static final class Entry<S> {

        private final BundleContext context;
        private final ServiceReference<S> reference;
        private volatile S service;

        Entry(BundleContext context, ServiceReference<S> reference) {
            this.context = context;
            this.reference = reference;
        }

        /** Its registration. */
        public ServiceReference<S> reference() {
            return reference;
        }

        /** A service property as text, empty if it has none. */
        public String property(String name) {
            Object value = reference.getProperty(name);
            return value == null ? "" : value.toString();
        }

        /** A service property as it is. */
        public Object rawProperty(String name) {
            return reference.getProperty(name);
        }

        /** Id of the module that its bundle declares. */
        public Optional<String> module() {
            Bundle bundle = reference.getBundle();
            BundleRevision revision = bundle == null ? null : bundle.adapt(BundleRevision.class);
            return revision == null ? Optional.empty() : revision.getDeclaredCapabilities(AshlarModule.NAMESPACE).stream()
                    .map(c -> c.getAttributes().get("id")).filter(Objects::nonNull).map(Object::toString).findFirst();
        }

        /** The bundle that registered it, for messages. */
        public String owner() {
            return reference.getBundle() == null ? "" : reference.getBundle().getSymbolicName();
        }

        /** The service; empty if it went away or cannot start. */
        public Optional<S> service() {
            S got = service;
            if (got == null) {
                synchronized (this) {
                    if (service == null) {
                        service = context.getService(reference);
                    }
                    got = service;
                }
            }
            return Optional.ofNullable(got);
        }

        private synchronized void release() {
            if (service != null) {
                service = null;
                try {
                    context.ungetService(reference);
                } catch (IllegalStateException stopping) {
                    // The framework has taken it back already.
                }
            }
        }
    }
}
