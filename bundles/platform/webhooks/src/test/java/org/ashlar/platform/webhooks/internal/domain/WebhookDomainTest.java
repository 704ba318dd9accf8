package org.ashlar.platform.webhooks.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDomainTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.0.1", "198.18.0.1", "198.19.1.1", "192.0.0.1", "192.0.2.1", "203.0.113.9",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:127.0.0.1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "2002:a00:1::", "2002:7f00:1::1", "2001:db8::1", "2001::1", "::7f00:1"})
    void privateAddressesAreRefused(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.1", "11.0.0.1",
        "198.17.0.1", "2400:3200::1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1", "223.5.5.5"})
    void publicAddressesAreNot(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void signsTimeAndBody() {
        byte[] body = "{\"a\":1}".getBytes();
        String header = Signature.sign("secret", body, NOW);
        assertThat(header).startsWith("t=" + NOW.getEpochSecond() + ",v1=");
        assertThat(Signature.verify("secret", body, header, NOW.plusSeconds(299))).isTrue();
        assertThat(Signature.verify("secret", body, header, NOW.plusSeconds(301))).isFalse();
        assertThat(Signature.verify("secret", body, header, NOW.minusSeconds(301))).isFalse();
        assertThat(Signature.verify("other", body, header, NOW)).isFalse();
        assertThat(Signature.verify("secret", "{\"a\":2}".getBytes(), header, NOW)).isFalse();
        assertThat(Signature.verify("secret", body, header.replace("t=1", "t=2"), NOW)).isFalse();
        assertThat(Signature.verify("secret", body, null, NOW)).isFalse();
        assertThat(Signature.verifyBody("It's a Secret to Everybody", "Hello, World!".getBytes(),
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")).isTrue();
        assertThat(Signature.secret()).hasSizeGreaterThan(45).isNotEqualTo(Signature.secret());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"https://a.example/x?y=1, a.example, 443, /x?y=1", "http://A.example:8080, a.example, 8080, /",
        "ftp://a.example, -, 0, -", "https://u:p@a.example/, -, 0, -", "https:///x, -, 0, -", "file:///etc/passwd, -, 0, -",
        "https://a.example/#f, -, 0, -", "http://a.example:99999/, -, 0, -", "javascript:x, -, 0, -", "'http://a b/', -, 0, -"})
    void takesAddressesApart(String url, String host, int port, String target) {
        assertThat(HookAddress.of(url).map(HookAddress::host).orElse(null)).isEqualTo(host);
        HookAddress.of(url).ifPresent(a -> {
            assertThat(a.port()).isEqualTo(port);
            assertThat(a.target()).isEqualTo(target);
        });
    }

    @Test
    void redirectsKeepTheirProtection() {
        HookAddress address = HookAddress.of("https://a.example/x").orElseThrow();
        assertThat(address.redirect("/y").orElseThrow().target()).isEqualTo("/y");
        assertThat(address.redirect("http://a.example/y")).isEmpty();
        assertThat(address.redirect("file:///etc/passwd")).isEmpty();
        assertThat(address.named("b.example a.example")).isTrue();
        assertThat(address.named("a.example:8443, x")).isFalse();
    }

    @Test
    void waitsAndTopics() {
        assertThat(Waits.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Waits.after(4)).isEqualTo(Duration.ofSeconds(80));
        assertThat(Waits.after(90)).isEqualTo(Duration.ofHours(6));
        assertThat(Topics.matches("sales.*", "sales.order.confirmed")).isTrue();
        assertThat(Topics.matches("sales.*", "salesman.x")).isFalse();
        assertThat(Topics.matches("*", "x")).isTrue();
        assertThat(Topics.valid("sales..x")).isFalse();
        assertThat(Topics.valid("sales.order.*")).isTrue();
    }
}
