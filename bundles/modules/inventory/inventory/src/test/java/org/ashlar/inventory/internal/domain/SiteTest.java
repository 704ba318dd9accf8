package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.ashlar.inventory.LocationKind;
import org.junit.jupiter.api.Test;

class SiteTest {

    private final Site hall = new Site(1, "HALL", LocationKind.INTERNAL, 9L, "/", true);
    private final Site aisle = new Site(12, "A", LocationKind.INTERNAL, 9L, hall.below(), true);
    private final Site bin = new Site(3, "A1", LocationKind.INTERNAL, 9L, aisle.below(), true);

    @Test
    void liesWithinItselfAndEverythingAbove() {
        assertThat(bin.within(bin)).isTrue();
        assertThat(bin.within(aisle)).isTrue();
        assertThat(bin.within(hall)).isTrue();
        assertThat(hall.within(aisle)).isFalse();
    }

    @Test
    void isNotFooledByIdsThatBeginAlike() {
        Site one = new Site(1, "X", LocationKind.INTERNAL, 9L, "/", true);
        Site twelve = new Site(12, "Y", LocationKind.INTERNAL, 9L, "/", true);
        Site below = new Site(5, "Y1", LocationKind.INTERNAL, 9L, twelve.below(), true);
        assertThat(below.within(one)).isFalse();
    }

    @Test
    void goodsOnTheirWayStayTheCompanysOwn() {
        assertThat(LocationKind.TRANSIT.valued()).isTrue();
        assertThat(LocationKind.PRODUCTION.valued()).isFalse();
    }
}
