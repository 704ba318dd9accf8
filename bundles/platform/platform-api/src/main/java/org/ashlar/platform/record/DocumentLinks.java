package org.ashlar.platform.record;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's documents that say themselves what they came from. As an OSGi service it makes {@link DocumentFlow} read those
 * columns beside the links that were written by {@link DocumentFlow#link}. Thread-safe.
 */
@ConsumerType
public interface DocumentLinks {

    /** Where to look; always the same. */
    List<LinkTable> tables();
}
