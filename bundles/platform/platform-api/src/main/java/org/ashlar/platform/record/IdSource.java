package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands out record ids, unique in the whole installation, from blocks of {@value #BLOCK} that are fetched outside any
 * transaction. Ids grow roughly with time and have gaps. Thread-safe; costs a statement once per block.
 */
@ProviderType
public interface IdSource {

    /** Ids per block and the most that one call of {@link #block} may ask for. */
    int BLOCK = 1000;

    /** The next id. */
    long next();

    /**
     * The first of {@code count} consecutive ids, for bulk writers.
     *
     * @throws IllegalArgumentException unless {@code count} is between 1 and {@value #BLOCK}
     */
    long block(int count);
}
