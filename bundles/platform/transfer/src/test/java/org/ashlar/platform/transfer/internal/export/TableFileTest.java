package org.ashlar.platform.transfer.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class TableFileTest {

    private static TableFile read(String json) throws IOException {
        return TableFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void figuresAreNumbersAndTextsStayTexts() throws IOException {
        Path file = Files.createTempFile("table", ".xlsx");
        String sheet;
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                read("{\"title\":\"A/B\",\"columns\":[\"Group\",\"Sum\"],\"rows\":[[\"=1+1\",12.50],[null,7]]}").write(out);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
        assertThat(sheet).contains("=1+1").contains("inlineStr").contains("12.5").contains("<v>7</v>").doesNotContain("<f>");
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (String bad : new String[] {"", "[", "{}", "{\"columns\":[],\"rows\":[]}", "{\"columns\":[\"a\"]}", "[1]"}) {
            assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> read("{\"columns\":[\"a\"],\"rows\":[" + "[1],".repeat(50_000) + "[1]]}")).isInstanceOf(Problem.class);
    }
}
