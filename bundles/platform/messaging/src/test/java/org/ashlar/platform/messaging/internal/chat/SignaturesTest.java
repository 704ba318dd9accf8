package org.ashlar.platform.messaging.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.junit.jupiter.api.Test;

/** The services' own published samples, and what must be refused. */
class SignaturesTest {
    private static final String CORP = "wx5823bf96d3bd56c7";
    private static final String TOKEN = "QDG6eK";
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String ECHO =
            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    private static final Instant THEN = Instant.ofEpochSecond(1_409_659_589);

    private final Gateway gateway = new Gateway(null, java.time.Clock.systemUTC());

    private static Account account(ChannelKind kind, String token, String key) {
        return new Account(1, 1, 0, kind, "https://a.example", CORP, "app", "1", "tpl", null, "c", "/p", true, "secret", token, key);
    }

    private static Inbound echo(String signature, Instant now) {
        return new Inbound(Map.of("msg_signature", signature, "timestamp", "1409659589", "nonce", "263014780", "echostr", ECHO),
                Map.of(), new byte[0], now);
    }

    @Test
    void readsTheSampleOfWeCom() {
        Heard heard = new WeCom(gateway).hear(account(ChannelKind.WECOM, TOKEN, KEY),
                echo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", THEN));
        assertThat(heard.answer().body()).isEqualTo("1616140317555161061");
    }

    @Test
    void refusesForgedAndStaleCallsOfWeCom() {
        WeCom service = new WeCom(gateway);
        Account account = account(ChannelKind.WECOM, TOKEN, KEY);
        assertThatThrownBy(() -> service.hear(account, echo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd4", THEN)))
                .isInstanceOfSatisfying(NotProved.class, e -> assertThat(e.stale()).isFalse());
        assertThatThrownBy(() -> service.hear(account, echo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", THEN.plusSeconds(301))))
                .isInstanceOfSatisfying(NotProved.class, e -> assertThat(e.stale()).isTrue());
        assertThatThrownBy(() -> WeComCrypt.open(KEY, ECHO, "another-corp")).isInstanceOf(NotProved.class);
        assertThatThrownBy(() -> WeComCrypt.open(KEY, "AAAA", CORP)).isInstanceOf(NotProved.class);
        assertThatThrownBy(() -> WeComCrypt.element("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "a"))
                .isInstanceOf(NotProved.class);
    }

    @Test
    void sealsSoThatItCanBeOpened() {
        for (String text : new String[] {"", "通过", "x".repeat(1000)}) {
            assertThat(WeComCrypt.open(KEY, WeComCrypt.seal(KEY, text, CORP, new byte[16]), CORP)).isEqualTo(text);
        }
    }

    @Test
    void opensTheSampleOfFeishu() {
        assertThat(FeishuCrypt.open("test key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=")).isEqualTo("hello world");
        assertThatThrownBy(() -> FeishuCrypt.open("other", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="))
                .isInstanceOf(NotProved.class);
        assertThatThrownBy(() -> FeishuCrypt.open("test key", "AAAA")).isInstanceOf(NotProved.class);
    }

    @Test
    void refusesPlainCallsOfFeishu() {
        byte[] body = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new Feishu(gateway).hear(account(ChannelKind.FEISHU, "t", "k"),
                new Inbound(Map.of(), Map.of(), body, THEN))).isInstanceOf(NotProved.class);
    }

    @Test
    void signsAsDingTalkDoes() {
        String millis = "1409659589000";
        String sign = DingTalk.sign("secret", millis);
        assertThat(sign).isEqualTo("qk1Yt5mGWiVvTfNXGxq1eInkH8AAcMq2O+mC1O61qVA=");
        Account account = account(ChannelKind.DINGTALK, null, "secret");
        byte[] body = ("{\"type\":\"actionCallback\",\"outTrackId\":\"abc\",\"userId\":\"u1\",\"content\":"
                + "\"{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"1\\\"],\\\"params\\\":{\\\"action\\\":\\\"reject\\\","
                + "\\\"comment\\\":\\\"太贵\\\"}}}\"}").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("x-ddpaas-signature-timestamp", millis, "x-ddpaas-signature", sign);
        Heard.Press press = new DingTalk(gateway).hear(account, new Inbound(Map.of(), headers, body, THEN)).press();
        assertThat(press.approve()).isFalse();
        assertThat(press.comment()).isEqualTo("太贵");
        assertThat(press.chatUser()).isEqualTo("u1");
        assertThatThrownBy(() -> new DingTalk(gateway).hear(account, new Inbound(Map.of(), headers, body, THEN.plusSeconds(301))))
                .isInstanceOf(NotProved.class);
        assertThatThrownBy(() -> new DingTalk(gateway).hear(account(ChannelKind.DINGTALK, null, "other"),
                new Inbound(Map.of(), headers, body, THEN))).isInstanceOf(NotProved.class);
    }

    @Test
    void cutsTextsBetweenCharacters() {
        assertThat(Text.cut("审批".repeat(1000), 2048).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
        assertThat(Text.cut("short", 2048)).isEqualTo("short");
        assertThat(Text.shorten("😀😀😀", 2)).isEqualTo("😀…");
    }
}
