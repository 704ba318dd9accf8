package org.ashlar.platform.transfer.internal.run;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * Reads a CSV file row by row in bounded memory: a record of more than 1 MiB, a text that is not in the declared
 * encoding and a NUL are refused with the line's number. Not thread-safe.
 */
public final class CsvRows implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final java.util.Iterator<CsvRecord> rows;
    private final List<String> header;
    private long line = 1;

    /** Opens a file and reads its header. */
    public CsvRows(Path file, String encoding, String delimiter) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
                Charset.forName(encoding).newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        skipByteOrderMark(text);
        reader = CsvReader.builder().fieldSeparator(delimiter.charAt(0)).skipEmptyLines(true)
                .allowExtraFields(true).allowMissingFields(true).maxBufferSize(BUFFER).ofCsvRecord(text);
        rows = reader.iterator();
        CsvRecord first = next();
        if (first == null) {
            throw refuse("transfer.file.empty");
        }
        header = first.getFields().stream().map(String::strip).toList();
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            throw refuse("transfer.file.encoding", 1);
        }
    }

    /** Column names. */
    public List<String> header() {
        return header;
    }

    /** The next record, {@code null} at the end. */
    public CsvRecord next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (NoSuchElementException e) {
            return null;
        } catch (CsvParseException e) {
            throw refuse(e.getCause() instanceof CharacterCodingException ? "transfer.file.encoding"
                    : "transfer.file.malformed", line + 1);
        } catch (UncheckedIOException e) {
            throw refuse(e.getCause() instanceof CharacterCodingException ? "transfer.file.encoding"
                    : "transfer.file.malformed", line + 1);
        }
    }

    /** Lines of the file less the header: an estimate for the progress, exact without line feeds inside quotes. */
    public static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return Math.max(0, lines.count() - 1);
        }
    }

    /**
     * A cell as it was meant: the apostrophe that exports put before formulas goes away, and the line feeds that came
     * from a workbook are line feeds again.
     */
    static String meant(String cell) {
        String text = cell.indexOf('\u2028') < 0 ? cell : cell.replace('\u2028', '\n');
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
    }

    static Problem refuse(String code, Object... args) {
        FieldError error = FieldError.of("file", code, args);
        return new Problem(ProblemKind.RULE, code, error.args(), List.of(error));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
