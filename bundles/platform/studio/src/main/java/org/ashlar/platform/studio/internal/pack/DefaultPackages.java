package org.ashlar.platform.studio.internal.pack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.configuration.Packages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.pack.PackagePlan.Step;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Packages through the records engine, so that rights, rules and audit are those of any other write. Custom models are
 * committed first and custom fields next, because the rest may need their tables; the rest goes in as one transaction.
 */
@Component(service = Packages.class)
public final class DefaultPackages implements Packages {

    private static final int MOST_NAMED = 100;
    private static final List<String> STRUCTURE = List.of(Portable.MODEL, Portable.FIELD);

    private final Catalog catalog;
    private final Records records;
    private final Access access;
    private final Transactions transactions;
    private final CustomCatalog custom;
    private final Clock clock;

    /** Used by DS. */
    @Activate
    public DefaultPackages(@Reference Catalog catalog, @Reference Records records, @Reference Access access,
            @Reference Transactions transactions, @Reference CustomCatalog custom, @Reference Clock clock) {
        this.catalog = catalog;
        this.records = records;
        this.access = access;
        this.transactions = transactions;
        this.custom = custom;
        this.clock = clock;
    }

    @Override
    public byte[] export(Collection<String> models) {
        access.require("platform.package.export");
        Portable portable = new Portable(catalog);
        List<ModelInfo> all = portable.models();
        for (String wanted : models) {
            if (all.stream().noneMatch(m -> m.id().equals(wanted))) {
                throw Problem.rule("models", "platform.package.notPortable", wanted);
            }
            access.require(wanted + ".read");
        }
        Here here = new Here(catalog, records, portable);
        Map<String, List<Map<String, Object>>> exported = new LinkedHashMap<>();
        for (ModelInfo model : all) {
            if (models.isEmpty() ? access.may(model.id() + ".read") : models.contains(model.id())) {
                List<Map<String, Object>> rows = here.all(model).values().stream().map(f -> Portable.compact(f.values()))
                        .toList();
                if (!rows.isEmpty()) {
                    exported.put(model.id(), rows);
                }
            }
        }
        return PackageFile.write(exported, clock.instant());
    }

    @Override
    public Report apply(byte[] file, boolean dryRun) {
        access.require("platform.package.import");
        Map<String, List<Map<String, Object>>> given = PackageFile.read(file);
        Portable portable = new Portable(catalog);
        Here here = new Here(catalog, records, portable);
        List<Step> steps = new PackagePlan(catalog, portable, here, given).steps();
        Report report = report(steps, dryRun);
        if (dryRun) {
            return report;
        }
        if (report.conflicts() > 0) {
            throw new Problem(ProblemKind.RULE, "platform.package.conflicts", List.of(String.valueOf(report.conflicts())),
                    report.items().stream().flatMap(i -> i.conflicts().stream().map(c -> at(i.model(), i.key(), c)))
                            .limit(MOST_NAMED).toList());
        }
        // Owners before their lines, models before their fields: each needs what was committed before it.
        structure(steps, here, s -> s.model().id().equals(Portable.MODEL) && s.record().get("parent") == null);
        structure(steps, here, s -> s.model().id().equals(Portable.MODEL) && s.record().get("parent") != null);
        structure(steps, here, s -> s.model().id().equals(Portable.FIELD));
        transactions.run(() -> steps.stream().filter(s -> !STRUCTURE.contains(s.model().id())).forEach(s -> take(s, here)));
        return report;
    }

    private void structure(List<Step> steps, Here here, Predicate<Step> which) {
        transactions.run(() -> steps.stream().filter(which).forEach(s -> take(s, here)));
        custom.refresh();
    }

    private void take(Step step, Here here) {
        ModelInfo model = step.model();
        try {
            if (step.item().action().equals("create")) {
                long id = records.create(model.id(), values(model, step.record(), here));
                here.wrote(model, step.record(), id);
            } else if (step.item().action().equals("update")) {
                records.update(model.id(), step.id(), null, values(model, step.changes(), here));
            }
        } catch (Problem refused) {
            List<FieldError> errors = refused.errors().isEmpty()
                    ? List.of(at(model.id(), step.item().key(), new FieldError("", refused.code(), refused.args())))
                    : refused.errors().stream().map(e -> at(model.id(), step.item().key(), e)).toList();
            throw new Problem(refused.kind(), refused.code(), refused.args(), errors);
        }
    }

    private static FieldError at(String model, String key, FieldError error) {
        return new FieldError(model + "/" + key + (error.field().isEmpty() ? "" : "/" + error.field()), error.code(),
                error.args());
    }

    /** Values with the ids of this installation instead of natural keys. */
    private Map<String, Object> values(ModelInfo model, Map<String, Object> record, Here here) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            FieldInfo field = model.field(name).orElseThrow();
            if (field.type() == FieldType.REF && value instanceof Map<?, ?> map) {
                values.put(name, here.find(field.target(), Here.cast(map.get(Here.KEY))).orElse(null));
            } else if (field.type() == FieldType.LINES && value instanceof List<?> lines) {
                Optional<ModelInfo> line = catalog.find(field.target());
                List<Object> items = new ArrayList<>();
                lines.forEach(l -> items.add(line.isPresent() ? values(line.get(), Here.cast(l), here) : l));
                values.put(name, items);
            } else if (!field.readonly()) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static Report report(List<Step> steps, boolean dryRun) {
        List<Item> items = steps.stream().map(Step::item).toList();
        return new Report(dryRun, count(items, "create"), count(items, "update"), count(items, "unchanged"),
                count(items, "conflict"), items);
    }

    private static int count(List<Item> items, String action) {
        return (int) items.stream().filter(i -> i.action().equals(action)).count();
    }
}
