package org.ashlar.platform.kernel.internal.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** In which order modules open: the kernel, then by requirement, then by layer and id. Pure. */
public final class ModuleOrder {

    private static final Comparator<ModuleDescriptor> LAYER_THEN_ID =
            Comparator.comparingInt(ModuleDescriptor::layer).thenComparing(ModuleDescriptor::id);

    private ModuleOrder() {
    }

    /** The module that may open now, given the open ones. */
    public static Optional<ModuleDescriptor> next(Collection<ModuleDescriptor> waiting, Set<String> open) {
        return waiting.stream().filter(m -> missing(m, open).isEmpty()).min(LAYER_THEN_ID);
    }

    /** Modules that must open before this one may, sorted. */
    public static Set<String> missing(ModuleDescriptor module, Set<String> open) {
        Set<String> missing = new TreeSet<>(module.requires());
        if (!module.isKernel()) {
            missing.add(ModuleDescriptor.KERNEL);
        }
        missing.removeAll(open);
        return missing;
    }

    /** All modules, each after those that it requires; circles, which the build forbids, come last. */
    public static List<ModuleDescriptor> sort(Collection<ModuleDescriptor> modules) {
        Map<String, ModuleDescriptor> left = new LinkedHashMap<>();
        modules.stream().sorted(LAYER_THEN_ID).forEach(m -> left.put(m.id(), m));
        List<ModuleDescriptor> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            Optional<ModuleDescriptor> next = left.values().stream()
                    .filter(m -> m.requires().stream().noneMatch(r -> left.containsKey(r) && !r.equals(m.id())))
                    .findFirst();
            if (next.isEmpty()) {
                sorted.addAll(left.values());
                return sorted;
            }
            sorted.add(next.get());
            left.remove(next.get().id());
        }
        return sorted;
    }
}
