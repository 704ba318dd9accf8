package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records.Query;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Fetched;
import org.ashlar.platform.records.internal.read.GroupReader;
import org.ashlar.platform.records.internal.read.PageSink;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers reads of records. Thread-safe. */
@Component(service = ReadHandler.class)
public final class ReadHandler {

    private static final int DEFAULT_LIMIT = 80;

    private final RecordReader reader;
    private final GroupReader groups;

    @Activate
    public ReadHandler(@Reference RecordReader reader, @Reference GroupReader groups) {
        this.reader = reader;
        this.groups = groups;
    }

    void one(Exchange exchange, EntityModel model, long id) throws IOException {
        Fetched record = reader.one(model, id, exchange.parameter("fields"));
        if (record == null) {
            throw Problem.notFound(model.id(), id);
        }
        exchange.etag(record.version());
        if (exchange.has(Exchange.etagOf(record.version()))) {
            exchange.status(304);
            return;
        }
        exchange.send(200, record::write);
    }

    void list(Exchange exchange, EntityModel model) throws IOException {
        long limit = exchange.number("limit", DEFAULT_LIMIT);
        Query query = new Query(exchange.parameter("filter"), exchange.parameter("q"), exchange.parameter("sort"),
                RecordReader.split(exchange.parameter("fields")), exchange.number("offset", 0),
                (int) Math.max(-1, Math.min(limit, Integer.MAX_VALUE)), exchange.flag("count", false));
        JsonSink sink = new JsonSink(exchange);
        reader.page(model, query, sink);
    }

    void grouped(Exchange exchange, EntityModel model) throws IOException {
        var rows = groups.read(model, exchange.parameter("by"), exchange.parameter("measures"),
                exchange.parameter("filter"), exchange.parameter("q"));
        exchange.send(200, out -> {
            out.writeStartObject();
            org.ashlar.platform.records.internal.read.JsonValues.field(out, "rows", rows);
            out.writeEndObject();
        });
    }

    /** Writes rows into the response as the database delivers them; the first byte is sent after the query has run. */
    private static final class JsonSink implements PageSink {

        private final Exchange exchange;
        private long total;
        private JsonGenerator out;

        JsonSink(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void begin(long all) {
            total = all;
        }

        private void open() throws IOException {
            if (out == null) {
                out = exchange.stream();
                out.writeStartObject();
                if (total >= 0) {
                    out.writeNumberField("total", total);
                }
                out.writeArrayFieldStart("rows");
            }
        }

        @Override
        public void row(Item item) throws IOException {
            open();
            item.write(out);
        }

        @Override
        public void end() throws IOException {
            open();
            out.writeEndArray();
            out.writeEndObject();
            out.close();
        }
    }
}
