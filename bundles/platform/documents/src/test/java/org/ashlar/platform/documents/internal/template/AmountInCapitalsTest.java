package org.ashlar.platform.documents.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInCapitalsTest {

    /** The first six are the examples of the rules for bills and settlement vouchers. */
    @ParameterizedTest
    @CsvSource({"1409.50, 壹仟肆佰零玖元伍角整", "6007.14, 陆仟零柒元壹角肆分", "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分", "16409.02, 壹万陆仟肆佰零玖元零贰分", "325.04, 叁佰贰拾伍元零肆分",
        "0, 零元整", "0.05, 伍分", "0.50, 伍角整", "10, 壹拾元整", "100000000, 壹亿元整", "100010001, 壹亿零壹万零壹元整",
        "10000000000000, 壹拾万亿元整", "1000100000000, 壹万零壹亿元整", "20030000.10, 贰仟零叁万元壹角整", "-12.345, 负壹拾贰元叁角伍分",
        "1000000001.00, 壹拾亿零壹元整", "12345678.90, 壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整"})
    void asTheRulesSay(BigDecimal amount, String capitals) {
        assertThat(AmountInCapitals.of(amount)).isEqualTo(capitals);
    }

    @Property(tries = 2000)
    void readsBackAsTheSameAmount(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long cents) {
        String text = AmountInCapitals.of(BigDecimal.valueOf(cents, 2));
        assertThat(read(text)).isEqualTo(cents);
        assertThat(text).doesNotContain("零零");
    }

    private static long read(String text) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (char c : text.toCharArray()) {
            int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (c) {
                case '拾' -> section += digit * 10;
                case '佰' -> section += digit * 100;
                case '仟' -> section += digit * 1000;
                case '万' -> section = (section + digit) * 10_000;
                case '亿' -> {
                    total += (section + digit) * 100_000_000;
                    section = 0;
                }
                case '元' -> {
                    total = (total + section + digit) * 100;
                    section = 0;
                }
                case '角' -> total += digit * 10;
                case '分' -> total += digit;
                default -> {
                }
            }
            digit = 0;
        }
        return total;
    }
}
