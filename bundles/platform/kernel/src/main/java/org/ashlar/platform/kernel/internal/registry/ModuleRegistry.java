package org.ashlar.platform.kernel.internal.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ashlar.platform.i18n.Phrase;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.osgi.service.component.annotations.Component;

/**
 * What the suite knows about its modules, in memory: those whose bundles run ({@link Live}) and those seen before
 * ({@link KnownModule}). Written by the schema gate only. Thread-safe.
 */
@Component(service = ModuleRegistry.class)
public final class ModuleRegistry {

    /** Where a running bundle's module stands at the gate. */
    enum Phase {
        WAITING, MIGRATING, OPEN, FAILED
    }

    /** A module whose bundle runs. */
    record Live(ModuleDescriptor descriptor, long bundleId, boolean persistent, Phase phase, Phrase problem) {
    }

    private final Map<String, Live> live = new HashMap<>();
    private final Map<String, KnownModule> known = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean loaded;
    private volatile long generation;

    /** Grows with each change; for caches. */
    public long generation() {
        return generation;
    }

    /** Runs after each change, on the changing thread; must be quick. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends {@link #onChange}. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    void known(Collection<KnownModule> modules) {
        change(() -> {
            modules.forEach(m -> known.put(m.descriptor().id(), m));
            loaded = true;
        });
    }

    void known(KnownModule module) {
        change(() -> known.put(module.descriptor().id(), module));
    }

    void live(Live module) {
        change(() -> live.put(module.descriptor().id(), module));
    }

    void gone(String id) {
        change(() -> live.remove(id));
    }

    void unit(String name, boolean present) {
        change(() -> {
            if (present) {
                units.add(name);
            } else {
                units.remove(name);
            }
        });
    }

    private void change(Runnable change) {
        synchronized (this) {
            change.run();
            generation++;
        }
        listeners.forEach(Runnable::run);
    }

    /** Whether the table of known modules was read. */
    synchronized boolean isLoaded() {
        return loaded;
    }

    synchronized Optional<KnownModule> findKnown(String id) {
        return Optional.ofNullable(known.get(id));
    }

    synchronized Optional<Live> findLive(String id) {
        return Optional.ofNullable(live.get(id));
    }

    synchronized List<Live> liveIn(Phase phase) {
        return live.values().stream().filter(m -> m.phase() == phase).toList();
    }

    synchronized List<KnownModule> allKnown() {
        return List.copyOf(known.values());
    }

    /** Whether the module's migrations are done. */
    public synchronized boolean isOpen(String id) {
        Live module = live.get(id);
        return module != null && module.phase() == Phase.OPEN;
    }

    /** All modules that are known or run and were not purged, ordered by dependency. */
    public synchronized List<ModuleInfo> list() {
        Map<String, ModuleDescriptor> all = new LinkedHashMap<>();
        known.values().stream().filter(m -> m.state() != KnownModule.State.PURGED)
                .forEach(m -> all.put(m.descriptor().id(), m.descriptor()));
        live.values().forEach(m -> all.put(m.descriptor().id(), m.descriptor()));
        List<ModuleInfo> infos = new ArrayList<>();
        for (ModuleDescriptor module : ModuleOrder.sort(all.values())) {
            infos.add(info(module));
        }
        return infos;
    }

    /** One module. */
    public synchronized Optional<ModuleInfo> find(String id) {
        return list().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    private ModuleInfo info(ModuleDescriptor module) {
        Live running = live.get(module.id());
        ModuleState state = running == null ? ModuleState.AWAY : state(running);
        return new ModuleInfo(module.id(), module.version(), module.kind(), state, module.requires(), module.validates(),
                running == null ? -1 : running.bundleId(), problem(module, running, state));
    }

    private ModuleState state(Live module) {
        return switch (module.phase()) {
            case FAILED -> ModuleState.FAILED;
            case WAITING, MIGRATING -> ModuleState.WAITING;
            case OPEN -> isWhole(module) ? ModuleState.ACTIVE : ModuleState.WAITING;
        };
    }

    /** With its persistence unit up and the modules that it requires there. */
    private boolean isWhole(Live module) {
        return (!module.persistent() || units.contains(module.descriptor().id()))
                && ModuleOrder.missing(module.descriptor(), open()).isEmpty();
    }

    private Set<String> open() {
        Set<String> open = new HashSet<>();
        live.values().stream().filter(m -> m.phase() == Phase.OPEN).forEach(m -> open.add(m.descriptor().id()));
        return open;
    }

    private Phrase problem(ModuleDescriptor module, Live running, ModuleState state) {
        if (running == null) {
            KnownModule remembered = known.get(module.id());
            return remembered != null && remembered.state() == KnownModule.State.DISABLED ? ModuleInfo.DISABLED : ModuleProblems.NOT_RUNNING;
        }
        if (running.problem() != null) {
            return running.problem();
        }
        if (state != ModuleState.WAITING) {
            return null;
        }
        Set<String> missing = ModuleOrder.missing(module, open());
        if (!missing.isEmpty()) {
            return ModuleProblems.waitsFor(missing);
        }
        return switch (running.phase()) {
            case MIGRATING -> ModuleProblems.MIGRATING;
            case OPEN -> ModuleProblems.STARTING;
            default -> ModuleProblems.TURN;
        };
    }
}
