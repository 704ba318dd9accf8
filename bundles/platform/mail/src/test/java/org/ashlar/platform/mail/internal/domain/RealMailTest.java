package org.ashlar.platform.mail.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ashlar.platform.mail.MailMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails with faults on purpose (test mails of Apache James Mime4j, Apache-2.0) and a mailing list's mbox. */
class RealMailTest {
    private static final Path DATA = Path.of(System.getProperty("ashlar.data", "../../../../shared/data"), "mail");
    private static final Path MAILS = DATA.resolve("core/src/test/resources/testmsgs");
    private static final Path BOXES = DATA.resolve("examples/src/main/resources/mbox-example");

    @BeforeEach
    void given() {
        boolean there = Files.isDirectory(MAILS);
        assertThat(there || !"true".equals(System.getenv("CI"))).as("the mails are there").isTrue();
        assumeTrue(there);
    }

    /** File; sender; subject; a piece of the text; number of files, the first one's name and size. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            bad-newlines-multiple-parts-base64; -; a multipart message/rfc822 which has been base64-encoded; -; 1; file-1.eml; 462
            bad-newlines-multiple-parts; -; -; Text body; 0; -; 0
            base64-encoded-text; -; a multipart message/rfc822 which has been base64-encoded as plain text; Content-Type: multipart/mixed; 0; -; 0
            base64encoded-rfc822message-nested; -; the body is a base64 encode rfc822 message including another base64 encoded rfc822 message; -; 1; file-1.eml; 380
            base64encoded-rfc822message; -; a simple rfc822 message encoded in a base64 body.; -; 1; file-1.eml; 130
            basic-plain-very-long-lines; foo@example.com; Simple Subject; no weird things at; 0; -; 0
            basic-plain-with-bad-header-separator; foo@example.com; Simple Subject; This results in a bogus header.; 0; -; 0
            basic-plain; foo@example.com; Simple Subject; This is a very simple message; 0; -; 0
            boundary-name-clash; -; test; Please see attachment for report; 1; Daily_Stats-2022-05-12-0700.pdf; 31
            ending-boundaries; -; -; -; 0; -; 0
            example; robertburrelldonkin@blueyonder.co.uk; This is an example of a multipart mixed email with image content; Licensed to the Apache Software Foundation; 3; blob.png; 355
            intermediate-boundaries; -; -; first part; 0; -; 0
            malformedHeader-nocrlfcrlf; -; this is a subject; Body text; 0; -; 0
            malformedHeader-noheader; -; -; The whole text should be recognized as body.; 0; -; 0
            malformedHeaderStartsBody-nocrlfcrlf; -; this is a subject; Body text; 0; -; 0
            malformedHeaderStartsBody-noheader; -; -; This is a simple message not having headers.; 0; -; 0
            misplaced-boundary; -; -; should not be parsed as multiple; 0; -; 0
            missing-boundary; -; -; AAA; 0; -; 0
            missing-inner-boundary; -; -; Foo; 0; -; 0
            missing-inner-start-boundary; -; -; AAA; 0; -; 0
            multipartdigestnestedemptyparts; me@example.com; -; -; 0; -; 0
            multipartemptypart; me@example.com; -; Epilogue; 0; -; 0
            multipartnestedemptyparts; me@example.com; -; -; 1; file-1.eml; 356
            multipartnestedemptypartsnorfc822; me@example.com; -; -; 0; -; 0
            multipartnopart; me@example.com; -; with no parts.; 0; -; 0
            obsolete; -; The obsolete syntax allow spaces before the colon        and also empty lines in folding.; body; 0; -; 0
            qp-body; -; subject; 7bit content with euro € symbol; 0; -; 0
            russian-headers; -; A simple subject; -; 1; Список.doc; 16
            simple-attachment; bar@example.com; Here is the attachment I was waiting for.; Body.; 1; data.bin; 1024
            very-long-boundary; -; -; Text body; 0; -; 0
            very-very-long-boundary; -; -; Text body; 0; -; 0
            weird-boundary; -; -; Text body; 0; -; 0
            """)
    void readsEachMail(String file, String from, String subject, String text, int files, String name, int size) {
        ParsedMail mail = MailParser.parse(read(MAILS.resolve(file + ".msg")));
        assertThat(mail.from()).isEqualTo(from == null ? "" : from);
        assertThat(mail.subject()).isEqualTo(subject == null ? "" : subject);
        if (text != null) {
            assertThat(mail.text()).contains(text);
        }
        assertThat(mail.files()).hasSize(files);
        if (files > 0) {
            assertThat(mail.files().get(0).name()).isEqualTo(name);
            assertThat(mail.files().get(0).content()).hasSize(size);
        }
        assertThat(mail.messageId()).contains("@");
        assertThat(mail.bounce()).isNull();
    }

    @Test
    void leavesNoMailOut() throws IOException {
        try (Stream<Path> all = Files.list(MAILS)) {
            assertThat(all.filter(f -> f.toString().endsWith(".msg"))).hasSize(32);
        }
    }

    @Test
    void namesAndTimesOfWellMadeMails() {
        ParsedMail mail = MailParser.parse(read(MAILS.resolve("example.msg")));
        assertThat(mail.messageId()).isEqualTo("1211726293.5772.10.camel@localhost");
        assertThat(mail.fromName()).isEqualTo("Robert Burrell Donkin");
        assertThat(mail.sentAt()).isEqualTo("2008-05-25T14:38:13Z");
        assertThat(mail.files()).extracting(MailMessage.File::name).containsExactly("blob.png", "blob.png", "rhubarb.txt");
    }

    @Test
    void splitsMailboxes() {
        List<ParsedMail> mails = box("mbox.rlug");
        assertThat(mails).extracting(ParsedMail::from).containsExactly("mmihai@netcompsj.ro", "wolfy@pcnet.ro",
                "adrian@dtedu.net", "teo.55@home.ro", "dragosh@lsd.ro");
        assertThat(mails.get(3).references()).containsExactly(mails.get(0).messageId());
        assertThat(mails).allSatisfy(m -> assertThat(m.automatic()).isEqualTo("Precedence: bulk"));
        for (int i = 0; i < 5; i++) {
            assertThat(box("mbox.rlug-" + i)).hasSize(1).first().isEqualTo(mails.get(i));
        }
        Set<String> ids = mails.stream().map(ParsedMail::messageId).collect(Collectors.toSet());
        assertThat(ids).hasSize(5);
    }

    private static List<ParsedMail> box(String name) {
        List<ParsedMail> mails = new ArrayList<>();
        try (InputStream in = Files.newInputStream(BOXES.resolve(name))) {
            Mbox.each(in, bytes -> mails.add(MailParser.parse(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
