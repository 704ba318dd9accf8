package org.ashlar.platform.meta;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes models and fields that are defined as data into the {@link Catalog}. Thread-safe. */
@ProviderType
public interface RuntimeModels {

    /**
     * Replaces all that was defined before, at once for every reader. Tables and columns must exist. Fields of a model
     * that is not there rest until it comes.
     */
    void define(List<DefinedModel> models, List<DefinedFields> fields);
}
