package org.ashlar.platform.insight.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({"张三,zhangsan", "张三,zs", "重庆钢铁,chongqinggangtie", "重庆钢铁,cqgt", "工商银行,gongshangyinhang", "吕布,lvbu",
        "方石ERP 2026,fangshierp2026", "Northgate Tools,northgate"})
    void isFoundByWhatPeopleType(String text, String typed) {
        assertThat(Pinyin.terms(text)).contains(typed);
    }

    @Test
    void longTextsStayBounded() {
        assertThat(Pinyin.terms("行重".repeat(100)).split(" ").length).isLessThanOrEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({"nrothgate,northgate tools,true", "northgat,northgate tools,true", "zhangsna,张三 zhangsan zs,true",
        "abc,abd,false", "customer,vendor,false", "nrthgte,northgate,false"})
    void forgivesTypos(String word, String terms, boolean near) {
        assertThat(Typos.near(word, terms, Typos.allowed(word.length()))).isEqualTo(near);
    }
}
