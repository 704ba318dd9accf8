package extension.acme.carrier.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final BigDecimal LIMIT = new BigDecimal("31.5");

    @Test
    void aParcelAsHeavyAsTheLimitIsTaken() {
        assertEquals(Optional.empty(), parcel(true, "31.500000").problem());
    }

    @Test
    void aHeavierParcelIsRefused() {
        assertEquals(Optional.of("acme-carrier.assignment.tooHeavy"), parcel(true, "31.500001").problem());
    }

    @Test
    void aCarrierOutOfUseServesNobody() {
        assertEquals(Optional.of("acme-carrier.assignment.inactive"), parcel(false, "1").problem());
    }

    @Test
    void withoutALimitAnyWeightIsTaken() {
        assertEquals(Optional.empty(), new Assignment(7, "SF", true, null, new BigDecimal("9000")).problem());
    }

    private static Assignment parcel(boolean active, String weight) {
        return new Assignment(7, "SF", active, LIMIT, new BigDecimal(weight));
    }
}
