package org.ashlar.platform.web.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void textsThatASpreadsheetWouldRunAreNeutralised() {
        String csv = new Csv().line(List.of("=cmd|'/C calc'!A0", "+1", "-1", "@x", "\tx", "plain")).toString();
        assertThat(csv).isEqualTo("\uFEFF'=cmd|'/C calc'!A0,'+1,'-1,'@x,'\tx,plain\r\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(new Csv().line(Arrays.asList(new BigDecimal("-1E+3"), -5L, null, true)).toString())
                .isEqualTo("\uFEFF-1000,-5,,true\r\n");
    }

    @Test
    void separatorsQuotesAndBreaksAreQuoted() {
        assertThat(new Csv().line(List.of("a,b", "say \"x\"", "two\nlines")).toString())
                .isEqualTo("\uFEFF\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }
}
