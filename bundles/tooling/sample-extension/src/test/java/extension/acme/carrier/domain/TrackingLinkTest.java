package extension.acme.carrier.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingLinkTest {

    @Test
    void aNumberCannotChangeTheAddress() {
        assertEquals("https://example.com/?no=1%262%3D3%23", TrackingLink.of("https://example.com/?no={number}", "1&2=3#"));
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/{number},true", "http://example.com/?no={number},true",
            "javascript:alert({number}),false", "https://example.com/,false", "example.com/{number},false"})
    void onlyWebAddressesWithAPlaceForTheNumber(String template, boolean valid) {
        assertEquals(valid, TrackingLink.valid(template));
    }
}
