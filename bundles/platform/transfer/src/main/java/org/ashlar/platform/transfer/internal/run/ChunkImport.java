package org.ashlar.platform.transfer.internal.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.transfer.internal.mapping.FieldTarget;
import org.ashlar.platform.transfer.internal.mapping.MappingPlan;
import org.ashlar.platform.transfer.internal.store.ExternalIds;
import org.ashlar.platform.transfer.internal.store.Rejects;
import org.ashlar.platform.transfer.internal.store.Rejects.Duplicate;
import org.ashlar.platform.transfer.internal.store.Rejects.Reject;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries out one chunk of an import in one transaction. Thread-safe. */
@Component(service = ChunkImport.class)
public final class ChunkImport {

    private final ObjectMapper json = new ObjectMapper();
    private final Transactions transactions;
    private final Records records;
    private final References references;
    private final ExternalIds externalIds;
    private final Rejects rejects;
    private final Messages messages;
    private final Access access;

    /** Used by DS. */
    @Activate
    public ChunkImport(@Reference Transactions transactions, @Reference Records records,
            @Reference References references, @Reference ExternalIds externalIds, @Reference Rejects rejects,
            @Reference Messages messages, @Reference Access access) {
        this.transactions = transactions;
        this.records = records;
        this.references = references;
        this.externalIds = externalIds;
        this.rejects = rejects;
        this.messages = messages;
        this.access = access;
    }

    /** Undoes a dry run's transaction; carries the outcome out. */
    private static final class DryRunDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        DryRunDone(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    private record Outcome(Tally tally, List<Reject> rejects, List<Duplicate> duplicates) {
    }

    /** Imports the rows and returns the new tally, which is also the committed checkpoint. */
    Tally carryOut(JobRun run, MappingPlan plan, List<ImportRow> rows, Tally before, long total) {
        try {
            return attempt(run, plan, rows, before, total);
        } catch (Problem e) {
            if (rows.size() == 1) {
                rows.get(0).condemn(errors(e));
                return attempt(run, plan, rows, before, total);
            }
            Tally tally = before;
            for (ImportRow row : rows) {
                tally = carryOut(run, plan, List.of(row), tally, total);
            }
            return tally;
        }
    }

    private Tally attempt(JobRun run, MappingPlan plan, List<ImportRow> rows, Tally before, long total) {
        if (!before.dryRun()) {
            return transactions.required(() -> {
                Outcome outcome = work(plan, rows, false);
                return keep(run, outcome, before, total);
            });
        }
        try {
            return transactions.required(() -> {
                throw new DryRunDone(work(plan, rows, true));
            });
        } catch (DryRunDone done) {
            return transactions.required(() -> keep(run, done.outcome, before, total));
        }
    }

    private Tally keep(JobRun run, Outcome outcome, Tally before, long total) {
        Tally after = before.plus(outcome.tally());
        rejects.add(run.id(), outcome.rejects());
        rejects.addDuplicates(run.id(), outcome.duplicates(), before.existing());
        run.checkpoint(after.rows(), total, ImportJob.write(json, after));
        return after;
    }

    private Outcome work(MappingPlan plan, List<ImportRow> rows, boolean dryRun) {
        ModelInfo model = plan.model();
        rows.forEach(ImportRow::begin);
        List<ImportRow> sound = sound(rows);
        references.resolve(plan, sound);
        sound = sound(sound);
        Map<String, Long> known = known(plan, sound);
        List<ImportRow> fresh = new ArrayList<>();
        List<Duplicate> duplicates = new ArrayList<>();
        long updated = 0;
        for (ImportRow row : sound) {
            Long id = row.key() == null ? null : known.get(row.key());
            if (id == null) {
                fresh.add(row);
            } else if (plan.mapping().upsert()) {
                updated += update(model, row, id) ? 1 : 0;
            } else {
                duplicates.add(new Duplicate(row.number(), row.key(), id));
            }
        }
        long created = insert(plan, unique(fresh));
        List<Reject> refused = rows.stream().filter(r -> !r.sound()).map(this::reject).toList();
        return new Outcome(new Tally(rows.size(), created, updated, duplicates.size(), refused.size(), dryRun), refused,
                duplicates);
    }

    private static List<ImportRow> sound(List<ImportRow> rows) {
        return rows.stream().filter(ImportRow::sound).toList();
    }

    private Map<String, Long> known(MappingPlan plan, List<ImportRow> rows) {
        if (plan.mapping().source() != null) {
            return externalIds.find(references.company(plan.model()), plan.mapping().source(), plan.model().id(),
                    rows.stream().map(ImportRow::key).toList());
        }
        List<FieldTarget> keyTargets = new ArrayList<>();
        for (String name : plan.model().naturalKey()) {
            plan.targets().stream().filter(t -> t.name().equals(name) && t.field().type() == FieldType.TEXT).findFirst()
                    .ifPresent(keyTargets::add);
        }
        if (keyTargets.isEmpty() || keyTargets.size() != plan.model().naturalKey().size()) {
            return Map.of();
        }
        Map<List<String>, ImportRow> keyed = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            if (keyTargets.stream().allMatch(t -> row.value(t) != null)) {
                List<String> key = keyTargets.stream().map(t -> String.valueOf(row.value(t))).toList();
                row.key(String.join("|", key));
                keyed.putIfAbsent(key, row);
            }
        }
        if (keyed.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> known = new HashMap<>();
        references.byNaturalKey(plan.model(), keyed.keySet()).forEach((key, id) -> known.put(String.join("|", key), id));
        return known;
    }

    private static List<ImportRow> unique(List<ImportRow> rows) {
        Set<String> seen = new HashSet<>();
        for (ImportRow row : rows) {
            if (row.key() != null && !seen.add(row.key())) {
                row.refuse(FieldError.of("key", "transfer.row.duplicate", row.key()));
            }
        }
        return sound(rows);
    }

    private boolean update(ModelInfo model, ImportRow row, long id) {
        try {
            records.update(model.id(), id, null, row.record());
            return true;
        } catch (Problem e) {
            if (e.kind() == ProblemKind.UNAVAILABLE || e.kind() == ProblemKind.DENIED) {
                throw e;
            }
            row.refuseAll(errors(e));
            return false;
        }
    }

    private long insert(MappingPlan plan, List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        List<Object> answers = records.insertAll(plan.model().id(), rows.stream().map(ImportRow::record).toList());
        List<Map.Entry<String, Long>> made = new ArrayList<>(rows.size());
        long created = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (answers.get(i) instanceof Long id) {
                created++;
                if (plan.mapping().source() != null) {
                    made.add(Map.entry(rows.get(i).key(), id));
                }
            } else if (answers.get(i) instanceof Problem problem) {
                rows.get(i).refuseAll(errors(problem));
            }
        }
        externalIds.add(references.company(plan.model()), plan.mapping().source(), plan.model().id(), made);
        return created;
    }

    private static List<FieldError> errors(Problem problem) {
        return problem.errors().isEmpty() ? List.of(new FieldError("", problem.code(), problem.args()))
                : problem.errors();
    }

    private Reject reject(ImportRow row) {
        FieldError first = row.errors().get(0);
        String reason = String.join("; ", row.errors().stream()
                .map(e -> messages.text(access.caller().locale(), e.code(), e.args())).toList());
        return new Reject(row.number(), first.field(), reason, Csv.line(row.cells()));
    }
}
