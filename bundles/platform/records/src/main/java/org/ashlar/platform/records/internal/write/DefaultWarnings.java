package org.ashlar.platform.records.internal.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.Warnings;
import org.ashlar.platform.records.internal.store.UnitsOfWork;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps warnings with the transaction until the answer is written. */
@Component(service = {Warnings.class, DefaultWarnings.class})
public final class DefaultWarnings implements Warnings {

    private final UnitsOfWork units;
    private final Transactions transactions;
    private final Messages messages;

    @Activate
    public DefaultWarnings(@Reference UnitsOfWork units, @Reference Transactions transactions,
            @Reference Messages messages) {
        this.units = units;
        this.transactions = transactions;
        this.messages = messages;
    }

    @Override
    public void add(String field, String code, Object... args) {
        if (transactions.active()) {
            FieldError warning = FieldError.of(field, code, args);
            if (!units.current().warnings().contains(warning)) {
                units.current().warnings().add(warning);
            }
        }
    }

    /** Adds the member {@code warnings} to the object being written, if there are any. */
    public void write(JsonGenerator out, Locale locale) throws IOException {
        List<FieldError> warnings = transactions.active() ? units.current().warnings() : List.of();
        if (warnings.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("warnings");
        for (FieldError warning : warnings) {
            out.writeStartObject();
            out.writeStringField("field", warning.field());
            out.writeStringField("code", warning.code());
            out.writeStringField("message", messages.text(locale, warning.code(), warning.args()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
