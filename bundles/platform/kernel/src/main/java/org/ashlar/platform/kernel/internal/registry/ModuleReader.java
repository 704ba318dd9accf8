package org.ashlar.platform.kernel.internal.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.module.AshlarModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Reads the module that a bundle declares in its manifest. */
final class ModuleReader {

    private static final Pattern ID = Pattern.compile("\\(id=([^)]+)\\)");

    private ModuleReader() {
    }

    static Optional<ModuleDescriptor> read(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        List<BundleCapability> capabilities = revision.getDeclaredCapabilities(AshlarModule.NAMESPACE);
        if (capabilities.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> attributes = capabilities.get(0).getAttributes();
        Object id = attributes.get("id");
        if (id == null) {
            return Optional.empty();
        }
        Object kind = attributes.getOrDefault("kind", "module");
        return Optional.of(new ModuleDescriptor(id.toString(), bundle.getVersion().toString(), kind.toString(),
                required(revision, id.toString()), texts(attributes.get("validates"))));
    }

    private static List<String> required(BundleRevision revision, String self) {
        Set<String> ids = new LinkedHashSet<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(AshlarModule.NAMESPACE)) {
            boolean optional = "optional".equals(requirement.getDirectives().get("resolution"));
            Matcher matcher = ID.matcher(requirement.getDirectives().getOrDefault("filter", ""));
            if (!optional && matcher.find() && !matcher.group(1).equals(self)) {
                ids.add(matcher.group(1));
            }
        }
        return List.copyOf(ids);
    }

    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).filter(s -> !s.isEmpty()).toList();
        }
        if (value instanceof Object[] many) {
            return Arrays.stream(many).map(String::valueOf).filter(s -> !s.isEmpty()).toList();
        }
        return Arrays.stream(value.toString().split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
    }
}
