package org.ashlar.platform.transfer.internal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.transfer.internal.file.TextShape;
import org.ashlar.platform.transfer.internal.mapping.MappingPlan;
import org.jooq.SQLDialect;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports a CSV file in chunks: each chunk is one transaction together with its rejects and the progress, so that a
 * killed import continues where it stood and adds nothing twice. Memory is bounded by the chunk.
 */
@Component(service = Job.class)
public final class ImportJob implements Job {

    /** Job type. */
    public static final String TYPE = "transfer.import";

    private static final int CHUNK = 2000;
    private static final int MANY = 1000;

    private final ObjectMapper json = new ObjectMapper();
    private final Catalog catalog;
    private final Access access;
    private final ChunkImport chunks;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public ImportJob(@Reference Catalog catalog, @Reference Access access, @Reference ChunkImport chunks,
            @Reference Sql sql) {
        this.sql = sql;
        this.catalog = catalog;
        this.access = access;
        this.chunks = chunks;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) {
        try {
            ImportOrder order = json.readValue(run.parameters(), ImportOrder.class);
            Tally tally = run.checkpoint() == null ? Tally.start(order.dryRun())
                    : json.readValue(run.checkpoint(), Tally.class);
            Path file = Path.of(order.file());
            Tally end = read(run, order, file, tally);
            if (!end.dryRun() && end.created() >= MANY) {
                refreshStatistics(order.mapping().model());
            }
            run.result(json.writeValueAsString(end));
            if (!order.dryRun()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tally read(JobRun run, ImportOrder order, Path file, Tally from) throws IOException {
        long total = CsvRows.lines(file);
        TextShape shape = order.mapping().shape(file);
        if (from.rows() == 0 && order.mapping().control() != null) {
            ControlTotals.check(file, shape, order.mapping().control());
        }
        try (CsvRows rows = new CsvRows(file, shape.encoding(), shape.delimiter())) {
            MappingPlan plan = MappingPlan.of(order.mapping(), rows.header(), catalog, access.caller().zone());
            for (long skipped = 0; skipped < from.rows() && rows.next() != null; skipped++) {
                run.checkCancelled();
            }
            Tally tally = from;
            List<ImportRow> chunk = new ArrayList<>(CHUNK);
            CsvRecord record = rows.next();
            while (record != null) {
                chunk.add(row(record, plan));
                record = rows.next();
                if (chunk.size() == CHUNK || record == null) {
                    run.checkCancelled();
                    tally = chunks.carryOut(run, plan, chunk, tally, Math.max(total, tally.rows() + chunk.size()));
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            return tally;
        }
    }

    /** PostgreSQL plans by statistics, and its own refresh may be a minute late: until then searches would scan. */
    private void refreshStatistics(String model) {
        catalog.find(model).ifPresent(info -> sql.any(db -> db.family() == SQLDialect.POSTGRES
                ? db.execute("analyze " + info.table()) + db.execute("analyze platform_external_id") : 0));
    }

    private static ImportRow row(CsvRecord record, MappingPlan plan) {
        long line = record.getStartingLineNumber();
        List<String> cells = record.getFields();
        boolean nul = false;
        boolean disguised = false;
        for (String cell : cells) {
            nul |= cell.indexOf('\0') >= 0;
            disguised |= cell.indexOf('\u2028') >= 0 || cell.startsWith("'");
        }
        if (nul) {
            return ImportRow.broken(line, cells, FieldError.of("file", "transfer.row.nul"));
        }
        return ImportRow.of(line, disguised ? cells.stream().map(CsvRows::meant).toList() : cells, plan);
    }

    static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
