package org.ashlar.masters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Goods and services of the caller's company. Answered from memory; a change is seen as soon as its transaction has
 * committed, inside that transaction at once. Needs {@code masters.product.read}. Thread-safe.
 */
@ProviderType
public interface Products {

    /**
     * One product.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND, also for another company's product
     */
    ProductView get(long id);

    /** Products by ids, at most one statement, in the order of the ids; missing ones are left out. */
    List<ProductView> getAll(Collection<Long> ids);

    /** A product by its code. */
    Optional<ProductView> find(String code);
}
