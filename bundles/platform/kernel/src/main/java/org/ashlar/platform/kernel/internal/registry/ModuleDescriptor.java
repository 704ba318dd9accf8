package org.ashlar.platform.kernel.internal.registry;

import java.util.List;
import java.util.Map;

/**
 * What a bundle declares about its module.
 *
 * @param id module id
 * @param version bundle version
 * @param kind platform, masters, module, bridge or extension
 * @param requires ids of required modules
 * @param validates models that it validates
 */
public record ModuleDescriptor(String id, String version, String kind, List<String> requires, List<String> validates) {

    /** The kernel itself, which every other module needs. */
    public static final String KERNEL = "platform";

    private static final Map<String, Integer> LAYERS =
            Map.of("platform", 0, "masters", 1, "module", 2, "localization", 3, "bridge", 4, "extension", 5);

    public ModuleDescriptor {
        requires = List.copyOf(requires);
        validates = List.copyOf(validates);
    }

    boolean isKernel() {
        return id.equals(KERNEL);
    }

    /** Lower layers come first among modules that do not need each other. */
    int layer() {
        return isKernel() ? -1 : LAYERS.getOrDefault(kind, 5);
    }
}
