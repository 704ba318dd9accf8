package org.ashlar.platform.transfer.internal.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the first sheet of an XLSX workbook into CSV once, when it arrives, so that everything behind reads one format.
 * Before, the whole archive is unpacked without keeping it: bombs, doubled names and paths that leave the archive are
 * refused. Each line of the result is one row of the sheet; line feeds inside cells travel as U+2028. Thread-safe.
 */
public final class Spreadsheet {

    private static final Logger LOG = LoggerFactory.getLogger(Spreadsheet.class);
    private static final long UNPACKED_LIMIT = 1L << 30;
    private static final long STRINGS_LIMIT = 256L << 20;
    private static final int ENTRIES_LIMIT = 2000;

    private Spreadsheet() {
    }

    /** Whether the file begins as a ZIP archive, which XLSX is. */
    public static boolean looksLike(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    /**
     * Writes the first visible sheet as UTF-8 CSV.
     *
     * @throws Problem {@code transfer.file.workbook} if it is no workbook, {@code transfer.file.bomb} if it is a hostile one
     */
    public static void toCsv(Path workbook, Path csv) throws IOException {
        inspect(workbook);
        try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, true));
                Writer out = new BufferedWriter(Files.newBufferedWriter(csv, StandardCharsets.UTF_8), 1 << 16)) {
            try (Stream<Row> rows = book.getFirstSheet().openStream()) {
                int at = 0;
                for (Iterator<Row> i = rows.iterator(); i.hasNext();) {
                    Row row = i.next();
                    for (; at < row.getRowNum() - 1; at++) {
                        out.write('\n');
                    }
                    write(out, row);
                    at++;
                }
            }
        } catch (Problem | IOException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("A workbook cannot be read", e);
            throw refuse("transfer.file.workbook");
        }
    }

    private static void inspect(Path workbook) throws IOException {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName()) || names.size() > ENTRIES_LIMIT || entry.getName().contains("..")
                        || entry.getName().startsWith("/")) {
                    throw refuse("transfer.file.bomb");
                }
                long size = 0;
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        size += n;
                        unpacked += n;
                        if (unpacked > UNPACKED_LIMIT
                                || size > STRINGS_LIMIT && entry.getName().endsWith("sharedStrings.xml")) {
                            throw refuse("transfer.file.bomb");
                        }
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refuse("transfer.file.workbook");
        }
        if (names.stream().noneMatch(n -> n.startsWith("xl/worksheets/"))) {
            throw refuse("transfer.file.workbook");
        }
    }

    private static void write(Writer out, Row row) throws IOException {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getCell(i)));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replace("\r\n", "\u2028").replace('\n', '\u2028').replace('\r', '\u2028');
            out.write(i == 0 ? "\"" : ",\"");
            out.write(cell.replace("\"", "\"\""));
            out.write('"');
        }
        out.write('\n');
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && isDate(format)) {
                var moment = cell.asDate();
                return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
            }
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.asBoolean());
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    /** Number formats of dates hold y, m or d outside quotes and colour brackets (ECMA-376, 18.8.31). */
    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0 || bare.contains("h:m");
    }

    private static Problem refuse(String code) {
        FieldError error = FieldError.of("file", code);
        return new Problem(ProblemKind.RULE, code, List.of(), List.of(error));
    }
}
