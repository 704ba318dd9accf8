package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any stock and any wishes. */
class PickingPropertiesTest {

    private static final long BOLT = 1;

    @Property(tries = 200)
    void neverPlansMoreThanThereIs(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 50) Integer> wants,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 60) Integer> stock) {
        List<Picking.Free> free = java.util.stream.IntStream.range(0, stock.size())
                .mapToObj(i -> free(10 + i, stock.get(i).toString())).toList();
        List<Picking.Want> lines = java.util.stream.IntStream.range(0, wants.size())
                .mapToObj(i -> want(i + 1, wants.get(i).toString())).toList();
        Picking.Plan plan = new Picking(free, List.of()).plan(lines);
        int asked = wants.stream().mapToInt(Integer::intValue).sum();
        int there = stock.stream().mapToInt(Integer::intValue).sum();
        BigDecimal picked = plan.picks().stream().map(Picking.Pick::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(picked).isEqualByComparingTo(BigDecimal.valueOf(Math.min(asked, there)));
        for (Picking.Free place : free) {
            BigDecimal taken = plan.picks().stream().filter(p -> p.locationId() == place.locationId())
                    .map(Picking.Pick::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(taken).isLessThanOrEqualTo(place.available());
        }
        assertThat(plan.shortages().isEmpty()).isEqualTo(asked <= there);
    }

    private static Picking.Free free(long location, String quantity) {
        return new Picking.Free(BOLT, location, new BigDecimal(quantity));
    }

    private static Picking.Want want(long line, String quantity) {
        return new Picking.Want(line, BOLT, new BigDecimal(quantity), l -> true);
    }
}
