package org.ashlar.finance.internal.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.ashlar.finance.EntryPosted;
import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.model.EntryEntity;
import org.ashlar.finance.internal.model.EntryState;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes prepared entries of the caller's company in the running transaction: the lines, then the gapless number, then the
 * entry itself if its period is open. Three statements for one entry, four for a hundred, one more when they open items.
 * Thread-safe.
 */
@Component(service = EntryPoster.class)
public final class EntryPoster {

    private static final String POST_LINES = "UPDATE finance_entry_line SET posted = TRUE, period_id = ?, entry_date = ?"
            + " WHERE entry_id = ?";

    private final Database database;
    private final PeriodGate gate;
    private final Numbering numbering;
    private final Modules modules;
    private final Events events;
    private final IdSource ids;

    /** Injected. */
    @Activate
    public EntryPoster(@Reference Database database, @Reference PeriodGate gate, @Reference Numbering numbering,
            @Reference Modules modules, @Reference Events events, @Reference IdSource ids) {
        this.database = database;
        this.gate = gate;
        this.numbering = numbering;
        this.modules = modules;
        this.events = events;
        this.ids = ids;
    }

    /**
     * A posted document.
     *
     * @param entry id of its entry
     * @param number its own legal number
     */
    public record PostedDocument(long entry, String number) {
    }

    /** Posts one entry. */
    public PostedEntry post(PreparedEntry entry) {
        return postAll(List.of(entry)).get(0);
    }

    /** Posts the entry of a document that takes a legal number of its own, both numbers by one statement. */
    public PostedDocument post(PreparedEntry entry, NumberSeries document) {
        List<String> numbers = new ArrayList<>();
        PostedEntry posted = write(List.of(entry), document, numbers).get(0);
        return new PostedDocument(posted.id(), numbers.get(0));
    }

    /** Posts several entries; all or none. */
    public List<PostedEntry> postAll(List<PreparedEntry> entries) {
        return write(entries, null, new ArrayList<>());
    }

    private List<PostedEntry> write(List<PreparedEntry> given, NumberSeries document, List<String> documentNumbers) {
        modules.requireValidators("finance.entry");
        List<PostedEntry> posted = new ArrayList<>();
        List<PreparedEntry> entries = database.call(connection -> {
            EntryTables tables = new EntryTables(connection, ids);
            Map<Long, Long> firstLines = tables.insertLines(given);
            if (given.size() > 1) {
                enterPeriods(connection, given);
            }
            List<String> taken;
            List<PreparedEntry> written = given;
            if (document == null) {
                taken = takeNumbers(given);
            } else {
                PreparedEntry only = given.get(0);
                List<String> both = numbering.next(List.of(document, only.journal().series()), only.date());
                documentNumbers.add(both.get(0));
                written = List.of(only.ofDocument(both.get(0)));
                taken = List.of(both.get(1));
            }
            requireOpen(connection, written, tables.insertEntries(written, taken, gate));
            tables.insertItems(written, taken, (entry, n) -> firstLines.get(entry.id()) + n);
            for (int i = 0; i < written.size(); i++) {
                posted.add(new PostedEntry(written.get(i).id(), taken.get(i)));
            }
            return written;
        });
        for (int i = 0; i < entries.size(); i++) {
            PreparedEntry entry = entries.get(i);
            EntryEntity row = new EntryEntity();
            row.setId(entry.id());
            row.setCompanyId(entry.stamp().company());
            EntityLifecycle.insertedBySql(row);
            publish(entry, posted.get(i).number());
        }
        return posted;
    }

    /** Says why a period did not let an entry in. */
    private void requireOpen(Connection connection, List<PreparedEntry> entries, boolean[] inserted) throws SQLException {
        for (int i = 0; i < inserted.length; i++) {
            if (!inserted[i]) {
                gate.enter(connection, entries.get(i).period(), entries.get(i).mayPostSoft());
                throw new IllegalStateException("Entered a period that lets nobody in: " + entries.get(i).period());
            }
        }
    }

    /** Posts a draft whose rows exist; the entity is managed and locked by the caller. */
    public PostedEntry postDraft(EntryEntity draft, PreparedEntry entry) {
        modules.requireValidators("finance.entry");
        String number = database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(POST_LINES)) {
                update.setLong(1, entry.period().id());
                update.setDate(2, java.sql.Date.valueOf(entry.date()));
                update.setLong(3, entry.id());
                update.executeUpdate();
            }
            enterPeriods(connection, List.of(entry));
            EntryTables tables = new EntryTables(connection, ids);
            List<String> taken = takeNumbers(List.of(entry));
            tables.insertItems(List.of(entry), taken, (same, n) -> draft.getLines().get(n).getId());
            return taken.get(0);
        });
        draft.setNumber(number);
        draft.setPeriod(entry.period().id());
        draft.setState(EntryState.POSTED);
        draft.setTotal(entry.total());
        draft.setPostedAt(entry.stamp().at());
        publish(entry, number);
        return new PostedEntry(entry.id(), number);
    }

    private void publish(PreparedEntry entry, String number) {
        PreparedEntry.Text text = entry.text();
        events.publish(new EntryPosted(entry.id(), entry.stamp().company(), entry.date(), number, entry.journal().code(),
                text.sourceModel(), text.sourceId() == null ? 0 : text.sourceId()));
    }

    private void enterPeriods(Connection connection, List<PreparedEntry> entries) throws SQLException {
        Set<List<Object>> entered = new HashSet<>();
        for (PreparedEntry entry : entries) {
            if (entered.add(Arrays.asList(entry.period().id(), entry.mayPostSoft()))) {
                gate.enter(connection, entry.period(), entry.mayPostSoft());
            }
        }
    }

    /** One block per series and month; series in the order of their codes, so that two postings never wait crosswise. */
    private List<String> takeNumbers(List<PreparedEntry> entries) {
        record Block(JournalInfo journal, LocalDate date, List<Integer> places) {
        }
        Map<String, Block> blocks = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            PreparedEntry entry = entries.get(i);
            blocks.computeIfAbsent(entry.journal().code() + " " + YearMonth.from(entry.date()),
                    key -> new Block(entry.journal(), entry.date(), new ArrayList<>())).places().add(i);
        }
        String[] numbers = new String[entries.size()];
        for (Block block : blocks.values()) {
            List<String> taken = block.places().size() == 1
                    ? List.of(numbering.next(block.journal().series(), block.date()))
                    : numbering.next(block.journal().series(), block.date(), block.places().size());
            for (int n = 0; n < taken.size(); n++) {
                numbers[block.places().get(n)] = taken.get(n);
            }
        }
        return List.of(numbers);
    }
}
