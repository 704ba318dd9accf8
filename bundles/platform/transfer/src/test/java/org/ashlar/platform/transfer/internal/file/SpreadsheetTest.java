package org.ashlar.platform.transfer.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ashlar.platform.problem.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheSheetShows() throws IOException {
        Path book = folder.resolve("b.xlsx");
        try (OutputStream out = Files.newOutputStream(book); Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("one");
            sheet.value(0, 0, "名称");
            sheet.value(0, 1, "date");
            sheet.value(0, 2, "amount");
            sheet.value(1, 0, "two\nlines, \"quoted\"");
            sheet.value(1, 1, LocalDate.of(2026, 11, 22));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, new BigDecimal("1234.50"));
            sheet.value(3, 0, "after a gap");
        }
        Path csv = folder.resolve("b.csv");

        Spreadsheet.toCsv(book, csv);

        assertThat(Files.readString(csv)).isEqualTo("""
                "名称","date","amount"
                "two\u2028lines, ""quoted""\","2026-11-22","1234.5"

                "after a gap"
                """);
    }

    @Test
    void refusesBombsAndWhatIsNoWorkbook() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 1100; i++) {
                zip.write(nothing);
            }
        }
        Path slip = folder.resolve("slip.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
            zip.putNextEntry(new ZipEntry("../../etc/evil"));
        }
        Path other = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }

        assertThatThrownBy(() -> Spreadsheet.toCsv(bomb, folder.resolve("x"))).isInstanceOf(Problem.class)
                .hasMessageContaining("transfer.file.bomb");
        assertThatThrownBy(() -> Spreadsheet.toCsv(slip, folder.resolve("x"))).hasMessageContaining("transfer.file.bomb");
        assertThatThrownBy(() -> Spreadsheet.toCsv(other, folder.resolve("x"))).hasMessageContaining("transfer.file.workbook");
    }

    @Test
    void externalEntitiesAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        Path sound = folder.resolve("sound.xlsx");
        try (OutputStream out = Files.newOutputStream(sound); Workbook workbook = new Workbook(out, "t", "1.0")) {
            workbook.newWorksheet("one").value(0, 0, "x");
        }
        Path book = folder.resolve("xxe.xlsx");
        try (ZipFile from = new ZipFile(sound.toFile()); ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(book))) {
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                entry(to, entry.getName(), entry.getName().endsWith("sheet1.xml")
                        ? "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><worksheet><sheetData><row r='1'>"
                                + "<c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>"
                        : new String(from.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        Path csv = folder.resolve("xxe.csv");
        try {
            Spreadsheet.toCsv(book, csv);
        } catch (Problem refused) {
            return;
        }
        assertThat(Files.readString(csv)).doesNotContain("top secret");
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
