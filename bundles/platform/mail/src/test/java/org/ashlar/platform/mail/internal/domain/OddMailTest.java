package org.ashlar.platform.mail.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddMailTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void chineseWithoutOrWithWrongCharset() {
        byte[] head = "From: =?gb2312?B?zfXQocP3?= <wang@example.cn>\r\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        byte[] rest = "\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] text = "您好，请报价，谢谢！镕".getBytes(GBK);
        ParsedMail mail = MailParser.parse(join(head, "询价单".getBytes(GBK), rest, text));
        assertThat(mail.fromName()).isEqualTo("王小明");
        assertThat(mail.subject()).isEqualTo("询价单");
        assertThat(mail.text()).startsWith("您好，请报价，谢谢！");
        assertThat(Charsets.decode("你好".getBytes(StandardCharsets.UTF_8), "gb2312")).isNotEmpty();
        assertThat(Charsets.decode("朱镕基".getBytes(GBK), "gb2312")).isEqualTo("朱镕基");
        assertThat(Charsets.decode("naïve café".getBytes(StandardCharsets.ISO_8859_1), null)).isEqualTo("naïve café");
        assertThat(Charsets.decode("x".getBytes(), "no-such-charset")).isEqualTo("x");
    }

    @Test
    void charactersCutBetweenWords() {
        byte[] bytes = "采购订单".getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        String first = base64.encodeToString(java.util.Arrays.copyOf(bytes, 4));
        String second = base64.encodeToString(java.util.Arrays.copyOfRange(bytes, 4, bytes.length));
        assertThat(HeaderTexts.decode("=?UTF-8?B?" + first + "?=\r\n =?UTF-8?B?" + second + "?= 42"))
                .isEqualTo("采购订单 42");
        assertThat(HeaderTexts.decode("=?utf-8*zh?Q?a_=E4=B8=AD?= b")).isEqualTo("a 中 b");
    }

    @Test
    void htmlLosesWhatActs() {
        ParsedMail mail = MailParser.parse(("From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p onclick=x()>One<br>two</p><script>alert(1)</script><a href='javascript:x()'>c</a>"
                + "<iframe src=//e></iframe><form action=//e><input></form><img src=x onerror=y>").getBytes());
        assertThat(mail.html()).contains("<p>One").doesNotContain("script", "onclick", "iframe", "form", "onerror");
        assertThat(mail.text()).isEqualTo("One\ntwo\nc");
    }

    @Test
    void aReportSaysWhichMailCameBack() {
        ParsedMail mail = MailParser.parse(("""
                From: MAILER-DAEMON@mx.example
                Return-Path: <>
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; nobody@there.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 No such
                 user

                --b
                Content-Type: text/rfc822-headers

                Subject: x
                Message-ID: <ashlar.7.abc@us.example>

                --b--
                """).replace("\n", "\r\n").getBytes());
        assertThat(mail.bounce()).isEqualTo(new ParsedMail.Bounce("ashlar.7.abc@us.example",
                "smtp; 550 5.1.1 No such user", true));
        assertThat(mail.automatic()).isNotNull();
    }

    @Test
    void winmailIsAFileAndDeepNestingEnds() {
        ParsedMail mail = MailParser.parse(("Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\neJ8+IgEA!!").getBytes());
        assertThat(mail.files()).singleElement().satisfies(f -> assertThat(f.name()).isEqualTo("winmail.dat"));
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        assertThat(MailParser.parse(deep.append("\r\n\r\nend").toString().getBytes()).text()).contains("end");
        assertThatThrownBy(() -> MailParser.parse(new byte[0])).isInstanceOf(UnreadableMail.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "List-Id: <l>", "Return-Path: <>",
        "X-Ashlar-Mail: 7", "Sender: x\r\nFrom: MAILER-DAEMON@x.example"})
    void machinesAreKnown(String header) {
        assertThat(MailParser.parse((header + "\r\nSubject: s\r\n\r\nx").getBytes()).automatic()).isNotNull();
        assertThat(MailParser.parse("Auto-Submitted: no\r\nFrom: a@b.example\r\n\r\nx".getBytes()).automatic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example\r\nBcc: c@d.example", "a", "a@b@c", "a@b.example,c@d.example", "", "<a@b.example", "a b@c.example",
        "a@b.example\u0000"})
    void refusesWrongAddresses(String address) {
        assertThatThrownBy(() -> Addresses.parse(address, "to")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd", "C:\\x\\报价.pdf, 报价.pdf", "...., file-1.pdf", "'a\"b<c>.txt', abc.txt"})
    void filesHaveHarmlessNames(String given, String safe) {
        assertThat(FileNames.safe(given, "application/pdf", 1)).isEqualTo(safe);
        assertThat(FileNames.safe("x".repeat(300) + ".xlsx", "", 1)).hasSize(150).endsWith(".xlsx");
    }

    private static byte[] join(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
