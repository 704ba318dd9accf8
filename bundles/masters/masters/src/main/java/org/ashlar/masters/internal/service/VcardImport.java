package org.ashlar.masters.internal.service;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ashlar.masters.internal.domain.Vcard;
import org.ashlar.masters.internal.domain.VcardParty;
import org.ashlar.masters.internal.domain.VcardReader;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes parties of vCards through {@link Records}. People of one organisation in one file become its contacts. Thread-safe. */
@Component(service = VcardImport.class)
public final class VcardImport {

    private static final String MODEL = "masters.party";
    private static final int MOST = 1_000;

    private final Records records;
    private final Transactions transactions;
    private final Access access;
    private final Messages messages;

    @Activate
    public VcardImport(@Reference Records records, @Reference Transactions transactions, @Reference Access access,
            @Reference Messages messages) {
        this.records = records;
        this.transactions = transactions;
        this.access = access;
        this.messages = messages;
    }

    /**
     * What became of a card.
     *
     * @param card its place in the file, from 1
     * @param name its name
     * @param party the party's id; {@code null} if refused or on a dry run
     * @param code message key of the refusal, else {@code null}
     * @param reason the refusal in the caller's language, else {@code null}
     */
    public record CardResult(int card, String name, Long party, String code, String reason) {
    }

    /**
     * What became of a file.
     *
     * @param dryRun whether nothing was kept
     * @param cards cards in the file
     * @param accepted cards that became a party or a contact, or would
     * @param refused the others
     * @param results card by card
     */
    public record Outcome(boolean dryRun, int cards, int accepted, int refused, List<CardResult> results) {
    }

    private record Draft(Map<String, Object> values, List<Integer> cards) {
    }

    /** Undoes the transaction of a dry run. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super(null, null, false, false);
        }
    }

    /** Reads the file and creates what its cards say; each party in a transaction of its own. */
    public Outcome run(byte[] file, boolean dryRun) {
        Charset otherwise = Locale.CHINESE.getLanguage().equals(access.caller().locale().getLanguage())
                ? Charset.forName("GB18030") : Charset.forName("windows-1252");
        List<Vcard> cards = new VcardReader(otherwise).read(file);
        if (cards.isEmpty() || cards.size() > MOST) {
            throw Problem.of(ProblemKind.BAD_REQUEST, cards.isEmpty() ? "masters.vcard.none" : "masters.vcard.tooMany", MOST);
        }
        Map<Integer, CardResult> results = new TreeMap<>();
        Map<Object, Draft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < cards.size(); i++) {
            try {
                gather(drafts, VcardParty.values(cards.get(i)), i);
            } catch (Problem e) {
                results.put(i, refused(i, cards.get(i), e));
            }
        }
        for (Draft draft : drafts.values()) {
            try {
                Long id = create(draft.values(), dryRun);
                draft.cards().forEach(i -> results.put(i, new CardResult(i + 1, VcardParty.title(cards.get(i)), id, null, null)));
            } catch (Problem e) {
                draft.cards().forEach(i -> results.put(i, refused(i, cards.get(i), e)));
            }
        }
        int refused = (int) results.values().stream().filter(r -> r.code() != null).count();
        return new Outcome(dryRun, cards.size(), cards.size() - refused, refused, List.copyOf(results.values()));
    }

    private static void gather(Map<Object, Draft> drafts, Map<String, Object> values, int card) {
        Object key = "ORGANISATION".equals(values.get("kind")) ? values.get("name") : card;
        Draft known = drafts.get(key);
        if (known == null) {
            drafts.put(key, new Draft(new LinkedHashMap<>(values), new ArrayList<>(List.of(card))));
            return;
        }
        for (String lines : List.of("contacts", "addresses")) {
            Set<Object> all = new LinkedHashSet<>((List<?>) known.values().getOrDefault(lines, List.of()));
            all.addAll((List<?>) values.getOrDefault(lines, List.of()));
            if (!all.isEmpty()) {
                known.values().put(lines, List.copyOf(all));
            }
        }
        values.forEach(known.values()::putIfAbsent);
        known.cards().add(card);
    }

    private Long create(Map<String, Object> values, boolean dryRun) {
        try {
            return transactions.required(() -> {
                refuseKnown((String) values.get("name"));
                long id = records.create(MODEL, dryRun ? numbered(values) : values);
                if (dryRun) {
                    throw new Undo();
                }
                return id;
            });
        } catch (Undo e) {
            return null;
        }
    }

    /** A dry run takes no number, because numbers that were given do not come back when the transaction is undone. */
    private static Map<String, Object> numbered(Map<String, Object> values) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.putIfAbsent("code", "~dry-run");
        return more;
    }

    private void refuseKnown(String name) {
        if (!access.may(MODEL + ".read")) {
            return;
        }
        String filter = "name=='" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
        records.find(MODEL, new Records.Query(filter, null, null, List.of("code", "name"), 0, 100, false)).rows().stream()
                .filter(row -> name.equals(row.get("name"))).findFirst().ifPresent(row -> {
                    throw Problem.rule("name", "masters.vcard.known", name, String.valueOf(row.get("code")));
                });
    }

    private CardResult refused(int index, Vcard card, Problem problem) {
        Locale locale = access.caller().locale();
        String reason = problem.errors().isEmpty() ? messages.text(locale, problem.code(), problem.args())
                : problem.errors().stream().map(e -> e.field() + ": " + messages.text(locale, e.code(), e.args()))
                        .collect(Collectors.joining(" "));
        return new CardResult(index + 1, VcardParty.title(card), null, problem.code(), reason);
    }
}
