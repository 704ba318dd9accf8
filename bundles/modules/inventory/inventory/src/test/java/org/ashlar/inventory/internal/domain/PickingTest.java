package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickingTest {

    private static final long BOLT = 1;

    @Test
    void takesWhatIsHeldBeforeWhatIsFree() {
        Picking.Plan plan = new Picking(List.of(free(10, "5")), List.of(held(7, 20, "3"))).plan(List.of(want(1, "4")));
        assertThat(plan.picks()).extracting(Picking.Pick::locationId).containsExactly(10L, 20L);
        assertThat(plan.used()).containsEntry(7L, new BigDecimal("3"));
        assertThat(plan.picks().get(1).held()).isEqualByComparingTo("3");
        assertThat(plan.picks().get(0).held()).isEqualByComparingTo("0");
    }

    @Test
    void mergesHeldAndFreeOfOnePlace() {
        Picking.Plan plan = new Picking(List.of(free(10, "5")), List.of(held(7, 10, "3"))).plan(List.of(want(1, "4")));
        assertThat(plan.picks()).hasSize(1);
        assertThat(plan.picks().get(0).quantity()).isEqualByComparingTo("4");
        assertThat(plan.picks().get(0).held()).isEqualByComparingTo("3");
    }

    @Test
    void keepsToTheAllowedPlaces() {
        Picking.Plan plan = new Picking(List.of(free(10, "5"), free(11, "5")), List.of())
                .plan(List.of(new Picking.Want(1, BOLT, new BigDecimal("3"), Set.of(11L)::contains)));
        assertThat(plan.picks()).extracting(Picking.Pick::locationId).containsExactly(11L);
    }

    @Test
    void namesWhatIsMissing() {
        Picking.Plan plan = new Picking(List.of(free(10, "5")), List.of()).plan(List.of(want(1, "3"), want(2, "3")));
        assertThat(plan.shortages()).hasSize(1);
        assertThat(plan.shortages().get(0).lineId()).isEqualTo(2);
        assertThat(plan.shortages().get(0).available()).isEqualByComparingTo("2");
        assertThat(plan.shortages().get(0).wanted()).isEqualByComparingTo("3");
    }

    @Test
    void doesNotTakeWhatIsHeldForAnotherLine() {
        Picking.Plan plan = new Picking(List.of(), List.of(held(7, 10, "3"))).plan(List.of(want(2, "1")));
        assertThat(plan.shortages()).hasSize(1);
    }

    private static Picking.Free free(long location, String quantity) {
        return new Picking.Free(BOLT, location, new BigDecimal(quantity));
    }

    private static Picking.Held held(long id, long location, String quantity) {
        return new Picking.Held(id, 1, BOLT, location, new BigDecimal(quantity));
    }

    private static Picking.Want want(long line, String quantity) {
        return new Picking.Want(line, BOLT, new BigDecimal(quantity), l -> true);
    }
}
