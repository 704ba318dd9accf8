package org.ashlar.platform.transfer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("f.csv"), content);
    }

    @Test
    void lineFeedsInsideQuotesAndByteOrderMark() throws IOException {
        Path file = file("\uFEFFa,b\r\n1,\"x\ny\"\r\n\r\n2,z\r\n".getBytes(StandardCharsets.UTF_8));
        try (CsvRows rows = new CsvRows(file, "UTF-8", ",")) {
            assertThat(rows.header()).containsExactly("a", "b");
            assertThat(rows.next().getFields()).containsExactly("1", "x\ny");
            assertThat(rows.next().getStartingLineNumber()).isEqualTo(5);
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void chineseEncodings() throws IOException {
        Path file = file("名称;x\n张三;1\n".getBytes(Charset.forName("GB18030")));
        try (CsvRows rows = new CsvRows(file, "GB18030", ";")) {
            assertThat(rows.header()).containsExactly("名称", "x");
            assertThat(rows.next().getFields()).containsExactly("张三", "1");
        }
    }

    @Test
    void wrongEncodingIsNamed() throws IOException {
        Path file = file("名称\n张三\n".getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> new CsvRows(file, "UTF-8", ",")).isInstanceOfSatisfying(Problem.class,
                e -> assertThat(e.code()).isEqualTo("transfer.file.encoding"));
    }

    @Test
    void giantRecordsAndEmptyFilesAreRefused() throws IOException {
        Path giant = file(("a\n\"" + "x".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8));
        try (CsvRows rows = new CsvRows(giant, "UTF-8", ",")) {
            assertThatThrownBy(rows::next).isInstanceOfSatisfying(Problem.class,
                    e -> assertThat(e.code()).isEqualTo("transfer.file.malformed"));
        }
        Path empty = file(new byte[0]);
        assertThatThrownBy(() -> new CsvRows(empty, "UTF-8", ",")).isInstanceOf(Problem.class);
    }

    @Test
    void formulasAreNeutralisedButNumbersAreNot() {
        assertThat(Csv.line(List.of("=1+1", "-5.20", "a,b", "@x", "q\"q"))).isEqualTo("'=1+1,-5.20,\"a,b\",'@x,\"q\"\"q\"");
    }
}
