package org.ashlar.platform.module;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Registered by the schema gate, with the property {@code ashlar.module=<id>}, while a module's migrations are done. For
 * components without a persistence unit that read tables by SQL:
 * {@code @Reference(target = "(ashlar.module=masters)") ModuleReady ready}.
 */
@ProviderType
public interface ModuleReady {

    /** DS property and service property that names the module. */
    String PROPERTY = "ashlar.module";

    /** The module's id. */
    String moduleId();
}
