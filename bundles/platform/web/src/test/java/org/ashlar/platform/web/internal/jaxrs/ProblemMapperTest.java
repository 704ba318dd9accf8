package org.ashlar.platform.web.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    @Test
    void brokenJsonNamesItsPlace() {
        Throwable failure = null;
        try {
            Json.mapper().readTree("{\n\"a\": }");
        } catch (JsonProcessingException e) {
            failure = new IllegalStateException(e);
        }
        Problem problem = (Problem) ProblemMapper.translated(failure);
        assertThat(problem.kind()).isEqualTo(ProblemKind.BAD_REQUEST);
        assertThat(problem.args().get(0)).isEqualTo(2);
    }

    @Test
    void aProblemInsideIsKept() {
        Problem problem = Problem.rule("name", "some.code");
        assertThat(ProblemMapper.translated(new RuntimeException(problem))).isSameAs(problem);
    }

    @Test
    void amountsArePlainInJson() throws JsonProcessingException {
        assertThat(Json.mapper().writeValueAsString(Map.of("a", new BigDecimal("1E+3")))).isEqualTo("{\"a\":1000}");
    }
}
