package org.ashlar.platform.module;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The modules of this installation. Thread-safe. */
@ProviderType
public interface Modules {

    /** Topic on this node's event bus, without properties: what {@link #list} answers has changed, perhaps several times. */
    String CHANGED = "ashlar-modules/changed";

    /** All known modules, also those that are away, ordered by dependency. */
    List<ModuleInfo> list();

    /** One module. */
    Optional<ModuleInfo> find(String id);

    /**
     * Refuses to go on while a module that validates one of the models is away.
     *
     * @param models model ids, for example {@code sales.order}
     * @throws org.ashlar.platform.problem.Problem kind UNAVAILABLE, code {@code platform.module.away}, naming the module
     */
    void requireValidators(String... models);
}
