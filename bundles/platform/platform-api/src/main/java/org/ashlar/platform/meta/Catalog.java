package org.ashlar.platform.meta;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The models of the modules that are active now. Answers from memory; thread-safe. */
@ProviderType
public interface Catalog {

    /** All models by id. */
    List<ModelInfo> list();

    /** A model by id. */
    Optional<ModelInfo> find(String id);

    /** A model by its REST path. */
    Optional<ModelInfo> find(String module, String collection);

    /** Grows whenever a model or extension comes or goes; for caches. */
    long generation();
}
