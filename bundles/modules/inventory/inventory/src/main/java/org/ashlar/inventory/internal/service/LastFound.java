package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ashlar.inventory.internal.domain.Picking;

/**
 * Where the free stock of a product lay when it was last read and lay in one place only: worth a try before reading again,
 * because the conditional update decides anyway. Forgotten when stock comes in elsewhere or when the try is refused.
 * Thread-safe.
 */
final class LastFound {

    private static final int LIMIT = 50_000;
    /** More than any line may ask for. */
    private static final BigDecimal ANY = new BigDecimal("1e15");

    private final Map<Key, Long> places = new ConcurrentHashMap<>();

    private record Key(long company, long product) {
    }

    /** Stock to propose for the products; empty unless all of them are known. */
    List<Picking.Free> of(long company, Collection<Long> products) {
        List<Picking.Free> free = new ArrayList<>();
        for (Long product : products) {
            Long place = places.get(new Key(company, product));
            if (place == null) {
                return List.of();
            }
            free.add(new Picking.Free(product, place, ANY));
        }
        return free;
    }

    /** Remembers what was read of the products. */
    void read(long company, Collection<Long> products, List<Picking.Free> free) {
        if (places.size() > LIMIT) {
            places.clear();
        }
        Map<Long, List<Picking.Free>> byProduct = free.stream().collect(Collectors.groupingBy(Picking.Free::productId));
        for (Long product : products) {
            List<Picking.Free> found = byProduct.getOrDefault(product, List.of());
            if (found.size() == 1) {
                places.put(new Key(company, product), found.get(0).locationId());
            } else {
                places.remove(new Key(company, product));
            }
        }
    }

    /** Free stock came in. */
    void came(long company, long product, long location) {
        places.computeIfPresent(new Key(company, product), (key, place) -> place == location ? place : null);
    }

    /** A try was refused. */
    void refused(long company, Collection<Long> products) {
        products.forEach(product -> places.remove(new Key(company, product)));
    }
}
