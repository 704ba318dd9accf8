package extension.acme.carrier.sales;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CoverTest {

    @Test
    void paysUpToItsLimitAndNotACentMore() {
        Cover cover = new Cover("SF", "CNY", new BigDecimal("5000"));

        assertTrue(cover.covers(new BigDecimal("5000.0000")));
        assertFalse(cover.covers(new BigDecimal("5000.01")));
    }
}
