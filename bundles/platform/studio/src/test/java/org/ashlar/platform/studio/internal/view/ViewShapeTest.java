package org.ashlar.platform.studio.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.studio.internal.model.ViewKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewShapeTest {

    private static final Set<String> THERE = Set.of("code", "name", "state", "date", "lines", "lines.product");

    private static ObjectNode parse(ViewKind kind, String text) {
        return ViewShape.parse(kind, text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"LIST|[]", "LIST|{}", "LIST|{'columns':'code'}", "LIST|{'columns':[1]}", "LIST|nonsense",
            "FORM|{}", "FORM|{'tabs':{}}", "FORM|{'groups':[{'fields':'name'}]}", "KANBAN|{}", "CALENDAR|{'date':1}", "PIVOT|{}"})
    void whatHasNotTheShape(ViewKind kind, String text) {
        assertThat(ViewShape.parse(kind, text == null ? "" : text.replace("''", "'").replace('\'', '"'))).isNull();
    }

    @Test
    void aListIsShownWithoutMissingColumns() {
        ObjectNode list = parse(ViewKind.LIST, "{'columns':['code','gone','name'],'sums':['gone'],'title':'Short'}");
        assertThat(ViewShape.prune(ViewKind.LIST, list, THERE::contains)).contains("gone");
        assertThat(list).hasToString("{\"columns\":[\"code\",\"name\"],\"sums\":[],\"title\":\"Short\"}");
    }

    @Test
    void aFormLosesFieldsAndWholeTabsOfLines() {
        ObjectNode form = parse(ViewKind.FORM, "{'groups':[{'fields':['name','gone']}],'tabs':[{'id':'a','lines':'old',"
                + "'columns':['x']},{'id':'b','lines':'lines','columns':['product','gone']}]}");
        assertThat(ViewShape.prune(ViewKind.FORM, form, THERE::contains)).containsExactlyInAnyOrder("gone", "old", "gone");
        assertThat(form.path("tabs")).hasSize(1);
        assertThat(form.path("tabs").get(0).path("columns")).hasSize(1);
    }

    @Test
    void aBoardWithoutItsFieldIsNotShown() {
        ObjectNode board = parse(ViewKind.KANBAN, "{'by':'gone','title':'name','columns':['DRAFT']}");
        List<String> missing = ViewShape.prune(ViewKind.KANBAN, board, THERE::contains);
        assertThat(ViewShape.shows(ViewKind.KANBAN, board, missing)).isFalse();
        ObjectNode good = parse(ViewKind.KANBAN, "{'by':'state','title':'name','columns':['DRAFT']}");
        missing = ViewShape.prune(ViewKind.KANBAN, good, THERE::contains);
        assertThat(missing).isEmpty();
        assertThat(ViewShape.shows(ViewKind.KANBAN, good, missing)).isTrue();
    }

    @Test
    void titlesComeInTheLanguageThatIsThere() {
        ObjectNode form = parse(ViewKind.FORM, "{'tabs':[{'title':{'en':'Main','zh':'主要'},'fields':[]},"
                + "{'title':{'en':'Only'},'fields':[]}]}");
        ViewShape.localize(form, Locale.SIMPLIFIED_CHINESE);
        assertThat(form.path("tabs").findValuesAsText("title")).containsExactly("主要", "Only");
    }
}
