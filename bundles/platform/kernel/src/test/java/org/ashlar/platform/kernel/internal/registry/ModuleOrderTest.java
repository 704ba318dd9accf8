package org.ashlar.platform.kernel.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleOrderTest {

    private static final List<ModuleDescriptor> SUITE = List.of(
            module("finance-sales", "bridge", "finance", "sales"), module("sales", "module", "masters"),
            module("finance", "module", "masters"), module("masters", "masters"), module("security", "platform"),
            module("platform", "platform"));

    @Test
    void opensTheKernelThenPlatformMastersModulesAndBridges() {
        assertThat(openAll(SUITE)).containsExactly("platform", "security", "masters", "finance", "sales", "finance-sales");
    }

    @Test
    void nothingOpensBeforeTheKernel() {
        assertThat(ModuleOrder.next(List.of(module("masters", "masters")), Set.of())).isEmpty();
    }

    @Test
    void aModuleWithoutItsRequirementWaitsAndTheRestOpens() {
        List<ModuleDescriptor> withoutMasters = SUITE.stream().filter(m -> !m.id().equals("masters")).toList();
        assertThat(openAll(withoutMasters)).containsExactly("platform", "security");
        assertThat(ModuleOrder.missing(SUITE.get(0), Set.of("platform", "sales"))).containsExactly("finance");
    }

    @Test
    void sortsAwayModulesTooAndSurvivesCircles() {
        List<ModuleDescriptor> sorted = ModuleOrder.sort(List.of(module("a", "module", "b"), module("b", "module", "a"),
                module("c", "module", "gone")));
        assertThat(sorted).extracting(ModuleDescriptor::id).containsExactly("c", "a", "b");
    }

    private static List<String> openAll(List<ModuleDescriptor> modules) {
        List<ModuleDescriptor> waiting = new ArrayList<>(modules);
        Set<String> open = new HashSet<>();
        List<String> order = new ArrayList<>();
        for (Optional<ModuleDescriptor> next = ModuleOrder.next(waiting, open); next.isPresent();
                next = ModuleOrder.next(waiting, open)) {
            waiting.remove(next.get());
            open.add(next.get().id());
            order.add(next.get().id());
        }
        return order;
    }

    private static ModuleDescriptor module(String id, String kind, String... requires) {
        return new ModuleDescriptor(id, "1.0.0", kind, Arrays.asList(requires), List.of());
    }
}
