package org.ashlar.purchasing.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.masters.Products;
import org.ashlar.platform.access.Access;
import org.ashlar.purchasing.VendorPrices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Vendor prices for other modules. */
@Component
public final class DefaultVendorPrices implements VendorPrices {

    private final Access access;
    private final Products products;
    private final VendorPriceBook book;

    /** Used by DS. */
    @Activate
    public DefaultVendorPrices(@Reference Access access, @Reference Products products,
            @Reference VendorPriceBook book) {
        this.access = access;
        this.products = products;
        this.book = book;
    }

    @Override
    public Optional<VendorPriceView> find(Request request) {
        access.require("purchasing.vendorPrice.read");
        String unit = request.unit() != null ? request.unit() : products.get(request.productId()).unit();
        var tiers = book.tiers(request.vendorId(), List.of(request.productId()))
                .getOrDefault(request.productId(), List.of());
        return book.pick(tiers, request.quantity(), unit, request.currency(), request.date())
                .map(t -> new VendorPriceView(t.id(), t.price(), t.currency(), t.unit(), t.minimumQuantity(),
                        t.leadTimeDays()));
    }
}
