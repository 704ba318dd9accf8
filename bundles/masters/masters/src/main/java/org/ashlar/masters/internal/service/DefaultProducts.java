package org.ashlar.masters.internal.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.masters.internal.cache.ProductCache;
import org.ashlar.platform.access.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Products} from the cache. */
@Component
public final class DefaultProducts implements Products {

    private static final String READ = "masters.product.read";

    private final Access access;
    private final ProductCache cache;

    @Activate
    public DefaultProducts(@Reference Access access, @Reference ProductCache cache) {
        this.access = access;
        this.cache = cache;
    }

    @Override
    public ProductView get(long id) {
        access.require(READ);
        return cache.get(id).view();
    }

    @Override
    public List<ProductView> getAll(Collection<Long> ids) {
        access.require(READ);
        return cache.getAll(ids).stream().map(ProductCache.Product::view).toList();
    }

    @Override
    public Optional<ProductView> find(String code) {
        access.require(READ);
        return cache.idOf(code).map(id -> cache.get(id).view());
    }
}
