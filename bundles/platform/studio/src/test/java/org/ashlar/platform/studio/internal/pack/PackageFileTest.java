package org.ashlar.platform.studio.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class PackageFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Map<String, List<Map<String, Object>>> RECORDS = Map.of("platform.view",
            List.of(Map.of("code", "a", "priority", 100, "active", true, "名称", "视图")));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(PackageFile.read(PackageFile.write(RECORDS, NOW))).isEqualTo(RECORDS);
        assertThat(PackageFile.read(PackageFile.write(Map.of(), NOW))).isEmpty();
        assertThat(PackageFile.write(RECORDS, NOW)).as("the same content makes the same file")
                .isEqualTo(PackageFile.write(RECORDS, NOW));
    }

    @Test
    void aChangedPartIsFound() throws IOException {
        byte[] changed = rewrite(PackageFile.write(RECORDS, NOW), "records/platform.view.json", "[]");
        assertThatThrownBy(() -> PackageFile.read(changed)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo("platform.package.file");
            assertThat(p.args()).containsExactly("records/platform.view.json");
        });
    }

    @Test
    void aLaterFormatIsNamed() throws IOException {
        byte[] later = rewrite(PackageFile.write(Map.of(), NOW), "manifest.json", "{\"format\":2}");
        assertThatThrownBy(() -> PackageFile.read(later)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("platform.package.format"));
    }

    @Test
    void garbageAndBombsAreRefused() throws IOException {
        for (byte[] hostile : List.of(new byte[0], "PK\u0003\u0004xx".getBytes(StandardCharsets.ISO_8859_1), bomb())) {
            assertThatThrownBy(() -> PackageFile.read(hostile)).isInstanceOfSatisfying(Problem.class,
                    p -> assertThat(p.code()).isEqualTo("platform.package.file"));
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static byte[] rewrite(byte[] file, String name, String content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
