package org.ashlar.platform.module;

import java.util.List;
import org.ashlar.platform.i18n.Phrase;

/**
 * One module as the installation knows it.
 *
 * @param id module id
 * @param version bundle version, the last one seen if the module is away
 * @param kind see {@link AshlarModule#kind()}
 * @param state where it stands
 * @param requires ids of required modules
 * @param validates models that it validates
 * @param bundleId OSGi bundle id, -1 while the bundle is not installed
 * @param problem why it failed or waits; {@code null} if all is well
 */
public record ModuleInfo(String id, String version, String kind, ModuleState state, List<String> requires,
        List<String> validates, long bundleId, Phrase problem) {

    /** The problem of a module that an administrator has switched off. */
    public static final Phrase DISABLED = Phrase.of("platform.module.isDisabled");

    /** Whether an administrator has switched it off. */
    public boolean disabled() {
        return DISABLED.equals(problem);
    }
}
