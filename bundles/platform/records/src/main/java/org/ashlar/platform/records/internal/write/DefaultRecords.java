package org.ashlar.platform.records.internal.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Fetched;
import org.ashlar.platform.records.internal.read.PageSink;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records of any model. */
@Component(service = Records.class)
public final class DefaultRecords implements Records {

    private final DefaultCatalog catalog;
    private final Transactions transactions;
    private final RecordWriter writer;
    private final BulkWriter bulk;
    private final Actions actions;
    private final RecordReader reader;

    @Activate
    public DefaultRecords(@Reference DefaultCatalog catalog, @Reference Transactions transactions,
            @Reference RecordWriter writer, @Reference BulkWriter bulk, @Reference Actions actions,
            @Reference RecordReader reader) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.writer = writer;
        this.bulk = bulk;
        this.actions = actions;
        this.reader = reader;
    }

    @Override
    public long create(String model, Map<String, Object> values) {
        EntityModel found = model(model);
        return transactions.required(() -> writer.create(found, values).getId());
    }

    @Override
    public void update(String model, long id, Integer version, Map<String, Object> values) {
        EntityModel found = model(model);
        transactions.run(() -> writer.update(found, id, version, values));
    }

    @Override
    public void delete(String model, long id, Integer version) {
        EntityModel found = model(model);
        transactions.run(() -> writer.delete(found, id, version));
    }

    @Override
    public Object act(String model, long id, String action, Map<String, Object> body) {
        EntityModel found = model(model);
        return transactions.required(() -> actions.run(found, id, action, null, body).result());
    }

    @Override
    public Map<String, Object> get(String model, long id, List<String> fields) {
        Fetched fetched = reader.one(model(model), id, fields == null ? null : String.join(",", fields));
        if (fetched == null) {
            throw Problem.notFound(model, id);
        }
        return fetched.map();
    }

    @Override
    public Page find(String model, Query query) {
        Collector collector = new Collector();
        reader.page(model(model), query, collector);
        return new Page(collector.total, collector.rows);
    }

    @Override
    public List<Object> insertAll(String model, List<Map<String, Object>> rows) {
        EntityModel found = model(model);
        return transactions.required(() -> bulk.insert(found, rows));
    }

    private EntityModel model(String id) {
        EntityModel model = catalog.snapshot().model(id);
        if (model == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", id);
        }
        return model;
    }

    /** Keeps a page's rows as maps. */
    private static final class Collector implements PageSink {

        private long total = -1;
        private final List<Map<String, Object>> rows = new ArrayList<>();

        @Override
        public void begin(long all) {
            total = all;
        }

        @Override
        public void row(Item item) throws IOException {
            rows.add(item.map());
        }

        @Override
        public void end() {
            // Nothing is buffered.
        }
    }
}
