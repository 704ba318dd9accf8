package org.ashlar.platform.documents.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingTest {
    private static final Formats ZH = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), key -> key);
    private static final Formats EN = new Formats(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), key -> key);

    private final Map<String, Object> values = new HashMap<>(Map.of(
            "party", Map.of("id", 7L, "label", "华光 & 子", "name", "华光 & 子"),
            "total", new Money(new BigDecimal("12345.6"), "CNY"), "yen", new Money(new BigDecimal("12345"), "JPY"),
            "rate", new BigDecimal("0.1250"), "date", LocalDate.of(2026, 11, 22),
            "at", Instant.parse("2026-11-22T20:05:00Z"), "open", true, "year", 2026L,
            "lines", List.of(Map.of("n", "a"), Map.of("n", "b"))));

    @Test
    void showsValuesInTheLanguageAndZone() {
        values.put("none", null);
        assertThat(fill("{{total}} {{yen}} {{rate}} {{date}} {{at.date}} {{open}} {{year}} {{none}}{{party}}", EN))
                .isEqualTo("12,345.60 12,345 0.125 Nov 22, 2026 Nov 23, 2026 yes 2026 华光 & 子");
        assertThat(fill("{{date}} {{at.date}} {{at.time}} {{open}} {{total.upper}} {{total.plain}} {{at.iso}}", ZH))
                .isEqualTo("2026年11月22日 2026年11月23日 04:05 是 壹万贰仟叁佰肆拾伍元陆角整 12345.6 2026-11-22T20:05:00Z");
        assertThat(fill("{{#lines}}{{n}}{{^-last}}, {{/-last}}{{/lines}}{{#open}}!{{/open}}", ZH)).isEqualTo("a, b!");
    }

    @Test
    void escapesForHtmlOnly() {
        assertThat(fill("{{party.name}}", EN)).isEqualTo("华光 & 子");
        assertThat(Filling.fill("<b>{{party.name}}</b>", values, EN, true)).isEqualTo("<b>华光 &amp; 子</b>");
    }

    /** Neither classes nor files nor other templates, under any name. */
    @ParameterizedTest
    @ValueSource(strings = {"{{party.class}}", "{{class.name}}", "{{party.getClass}}", "{{lines.size}}", "{{date.chronology}}",
        "{{total.currency.class}}", "{{>/etc/passwd}}", "{{<base}}{{/base}}", "{{party.entrySet}}", "{{lines.0.n}}", "{{unknown}}",
        "{{#lines}}", "{{/lines}}", "{{=<% %>=}}", "{{$block}}x{{/block}}", "{{party.nam}}", "{{toString}}", "{{#open}}{{/lines}}"})
    void refusesWhatIsNoField(String template) {
        assertThatThrownBy(() -> fill(template, EN)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("platform.template.wrong"));
    }

    @Test
    void namesTheLine() {
        assertThatThrownBy(() -> fill("one\ntwo\n{{three}}", EN)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.args()).containsExactly(3, "three"));
    }

    @Test
    void isBounded() {
        values.put("many", Collections.nCopies(1000, "x"));
        long start = System.nanoTime();
        assertThatThrownBy(() -> fill("{{#many}}{{#many}}{{#many}}{{/many}}{{/many}}{{/many}}", EN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> fill("{{#many}}" + "y".repeat(10_000) + "{{/many}}", EN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> fill("{{#open}}".repeat(100_000) + "{{/open}}".repeat(100_000), EN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> fill("{{#open}}".repeat(10_000) + "{{/open}}".repeat(10_000), EN)).isInstanceOf(Problem.class);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private String fill(String template, Formats formats) {
        return Filling.fill(template, values, formats, false);
    }
}
