package org.ashlar.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.access.RowRules;
import org.ashlar.platform.security.internal.domain.Restrictions.OfField;
import org.ashlar.platform.security.internal.domain.Restrictions.Rule;
import org.junit.jupiter.api.Test;

class CompiledRightsTest {
    private static final RoleDefinition SELLER = role("seller", "sales.order.read", "sales.order.update");
    private static final RoleDefinition TEAM = role("team", "sales.order.read");
    private static final RoleDefinition BOSS = role("boss", "sales.*");
    private static final Restrictions ALL = new Restrictions(List.of(
            new Rule("a", "seller", "sales.order", "own==1", true, true),
            new Rule("b", "team", "sales.order", "team==1", true, false),
            new Rule("c", "*", "sales.order", "open==true", true, true)), List.of(
            new OfField("seller", "sales.order", "margin", FieldRight.NONE),
            new OfField("team", "sales.order", "margin", FieldRight.MASKED),
            new OfField("seller", "sales.order", "price", FieldRight.READ),
            new OfField("*", "sales.order", "secret", FieldRight.READ)), "p");

    private static RoleDefinition role(String code, String... grants) {
        return new RoleDefinition(code, Set.of(grants), Set.of(), false);
    }

    private static CompiledRights of(RoleDefinition... roles) {
        return new CompiledRights(List.of(roles), ALL, Map.of(), false, Map.of("{user}", "7"));
    }

    private static RowRule rule(String filter) {
        return RowRule.filter(filter);
    }

    @Test
    void rulesOfRolesWidenEachOtherAndWhatBindsEverybodyComesOnTop() {
        assertThat(of(SELLER).rows("sales.order", "sales.order.read").groups())
                .containsExactly(List.of(rule("open==true")), List.of(rule("own==1")));
        assertThat(of(SELLER, TEAM).rows("sales.order", "sales.order.read").groups())
                .containsExactly(List.of(rule("open==true")), List.of(rule("own==1"), rule("team==1")));
        assertThat(of(SELLER, BOSS).rows("sales.order", "sales.order.read").groups())
                .containsExactly(List.of(rule("open==true")));
    }

    @Test
    void onlyRolesThatGrantThePermissionCount() {
        assertThat(of(SELLER, TEAM).rows("sales.order", "sales.order.update").groups())
                .containsExactly(List.of(rule("open==true")), List.of(rule("own==1")));
        assertThat(of(SELLER).rows("masters.party", "masters.party.read")).isEqualTo(RowRules.ALL);
    }

    @Test
    void ofFieldRightsTheMostGenerousRoleCounts() {
        assertThat(of(SELLER).field("sales.order", "margin")).isEqualTo(FieldRight.NONE);
        assertThat(of(SELLER, TEAM).field("sales.order", "margin")).isEqualTo(FieldRight.MASKED);
        assertThat(of(SELLER, BOSS).field("sales.order", "margin")).isEqualTo(FieldRight.WRITE);
        assertThat(of(SELLER, BOSS).field("sales.order", "secret")).isEqualTo(FieldRight.READ);
        assertThat(of(SELLER).field("sales.order", "number")).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void toChangeAFieldTheRoleThatMayChangeRecordsMustAllowIt() {
        assertThat(of(SELLER, TEAM).field("sales.order", "price")).isEqualTo(FieldRight.READ);
    }

    @Test
    void whomNothingRestrictsIsPlain() {
        Restrictions none = new Restrictions(List.of(), List.of(), "");
        assertThat(new CompiledRights(List.of(BOSS), none, Map.of(), false, Map.of()).plain()).isTrue();
        assertThat(of(BOSS).plain()).isFalse();
        assertThat(of(BOSS).signature()).isEqualTo(of(BOSS).signature()).isNotEqualTo(of(SELLER).signature());
        assertThat(of(BOSS).value("{user}")).isEqualTo("7");
    }

    @Test
    void rolesComeWithWhatTheyIncludeAndCirclesEnd() {
        RoleGraph graph = new RoleGraph(List.of(new RoleDefinition("a", Set.of("x.y.z"), Set.of("b"), false),
                new RoleDefinition("b", Set.of("u.v.w"), Set.of("c"), false),
                new RoleDefinition("c", Set.of(), Set.of("a"), false)));
        assertThat(graph.closure("a")).containsExactly("a", "b", "c");
        assertThat(graph.grants("c")).containsExactly("u.v.w", "x.y.z");
        assertThat(graph.including("b")).containsExactly("a", "b", "c");
        assertThat(graph.closure("gone")).containsExactly("gone");
    }
}
