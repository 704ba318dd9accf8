package org.ashlar.platform.studio.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "a b", "a_b", "größe", "a;drop table x", "abcdefghijklmnopqrstuvwxyzABC"})
    void whatCannotBeACode(String code) {
        assertThat(Names.code(code)).isFalse();
    }

    @Test
    void fieldsOfOtherModelsHaveAPrefix() {
        assertThat(Names.field("masters.party", "rating")).isEqualTo("x_rating");
        assertThat(Names.field("custom.equipment", "rating")).isEqualTo("rating");
        assertThat(Names.column("creditRating")).isEqualTo("x_credit_rating");
        assertThat(Names.table("masters.priceList")).isEqualTo("customx_masters_price_list");
        assertThat(Names.table("custom.equipmentPart")).isEqualTo("custom_equipment_part");
    }

    @ParameterizedTest
    @CsvSource({"equipment,equipments", "category,categories", "day,days", "box,boxes", "serviceCall,service-calls"})
    void usualPaths(String code, String path) {
        assertThat(Names.collectionOf(code)).isEqualTo(path);
        assertThat(Names.collection(path)).isTrue();
    }

    @Property
    void everyCodeMakesNamesThatBothDatabasesTake(@ForAll @AlphaChars @StringLength(min = 1, max = 27) String text) {
        String code = "a" + text;
        assertThat(Names.code(code)).isTrue();
        assertThat(Names.column(code)).matches("[a-z0-9_]{1,63}");
        assertThat(Names.currencyColumn(code)).matches("[a-z0-9_]{1,63}");
        assertThat(Names.table(Names.model(code))).matches("[a-z0-9_]{1,63}");
        assertThat(Names.constraint("uq", Names.table(Names.model(code)), Names.column(code))).matches("[a-z0-9_]{1,63}");
    }
}
