package org.ashlar.platform.insight.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RsqlTest {

    @Test
    void bracketsOnlyWhereAlternativesNeedThem() {
        assertThat(Rsql.and("a==1", "b==2")).isEqualTo("a==1;b==2");
        assertThat(Rsql.and("a==1,c==3", "b==2")).isEqualTo("(a==1,c==3);b==2");
        assertThat(Rsql.and("a==1 or c==3", "b==2")).isEqualTo("(a==1 or c==3);b==2");
        assertThat(Rsql.and("state=in=(X,Y)", "b==2")).isEqualTo("state=in=(X,Y);b==2");
        assertThat(Rsql.and("a==\"1,2\"", "b==2")).isEqualTo("a==\"1,2\";b==2");
        assertThat(Rsql.and("a==\"1\\\",2\"", "b==2")).isEqualTo("a==\"1\\\",2\";b==2");
        assertThat(Rsql.and(" ", "b==2")).isEqualTo("b==2");
        assertThat(Rsql.and(null, null)).isNull();
    }

    @Test
    void textsAreQuoted() {
        assertThat(Rsql.text("name", "a\"b\\*")).isEqualTo("name=in=(\"a\\\"b\\\\*\")");
        assertThat(Rsql.plain("party", null)).isEqualTo("party=null=true");
    }
}
