package org.ashlar.platform.studio.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ashlar.platform.studio.internal.model.FieldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource({"TEXT,abc,true", "TEXT,abcdef,false", "INTEGER,12,true", "INTEGER,1.5,false", "INTEGER,99999999999999999999,false",
            "DECIMAL,1.25,true", "DECIMAL,1.255,false", "DECIMAL,1e999999999,false", "DECIMAL,12345678901234567890,false",
            "BOOLEAN,true,true", "BOOLEAN,yes,false", "DATE,2026-02-28,true", "DATE,2026-02-30,false",
            "DATE_TIME,2026-02-28T10:00:00Z,true", "DATE_TIME,2026-02-28,false", "CHOICE,A,true", "CHOICE,C,false",
            "REFERENCE,1,false"})
    void defaultsAreValuesOfTheirType(FieldKind kind, String text, boolean valid) {
        assertThat(Kinds.valid(kind, text, 5, 2, List.of("A", "B"))).isEqualTo(valid);
    }
}
