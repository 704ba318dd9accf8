package org.ashlar.platform.records.internal.write;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.read.Visibility;
import org.ashlar.platform.records.internal.sql.Database;

/** References that a write has set: checked together, one statement for all models. One thread. */
final class References {

    private static final int BLOCK = 500;

    private final Snapshot snapshot;
    private final Map<String, Map<Long, List<String>>> paths = new LinkedHashMap<>();

    References(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Remembers that the field at this path refers to a record. */
    void add(String model, Long id, String path) {
        paths.computeIfAbsent(model, k -> new LinkedHashMap<>()).computeIfAbsent(id, k -> new ArrayList<>(1)).add(path);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Ids by model that the caller may not see by his record rules: to him they are as good as missing. */
    Map<String, Set<Long>> hidden(RowCheck rows) {
        Map<String, Set<Long>> hidden = new LinkedHashMap<>();
        paths.forEach((name, ids) -> {
            EntityModel target = snapshot.model(name);
            String read = target == null ? null : Visibility.readPermission(target);
            if (target != null && rows.bound(target, read)) {
                Set<Long> out = new HashSet<>(ids.keySet());
                out.removeAll(rows.within(target, out, read));
                if (!out.isEmpty()) {
                    hidden.put(name, out);
                }
            }
        });
        return hidden;
    }

    /** Adds these references to others, to be looked up together. */
    void copyTo(References all) {
        paths.forEach((model, ids) -> ids.keySet().forEach(id -> all.add(model, id, "")));
    }

    /** Adds an error at each path whose record is among the missing ones. */
    void report(Map<String, Set<Long>> missing, Errors errors) {
        missing.forEach((model, ids) -> paths.getOrDefault(model, Map.of()).forEach((id, at) -> {
            if (ids.contains(id)) {
                at.forEach(path -> errors.add(path, "platform.ref.notFound", model, id.toString()));
            }
        }));
    }

    /** Adds an error at each path whose record is missing or another company's. */
    void check(Database database, long company, Errors errors) {
        report(missing(database, company), errors);
    }

    /** Missing ids by model; models whose module is away cannot be checked and pass. */
    Map<String, Set<Long>> missing(Database database, long company) {
        Map<String, Set<Long>> missing = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder();
        List<Long> binds = new ArrayList<>();
        List<String> models = new ArrayList<>();
        for (Map.Entry<String, Map<Long, List<String>>> entry : paths.entrySet()) {
            EntityModel target = snapshot.model(entry.getKey());
            if (target == null) {
                continue;
            }
            missing.put(entry.getKey(), new HashSet<>(entry.getValue().keySet()));
            List<Long> ids = new ArrayList<>(entry.getValue().keySet());
            for (int from = 0; from < ids.size(); from += BLOCK) {
                List<Long> block = padded(ids.subList(from, Math.min(from + BLOCK, ids.size())));
                sql.append(sql.isEmpty() ? "" : " union all ").append("select ").append(models.size())
                        .append(", id from ").append(target.info().table()).append(" where id in (?")
                        .append(", ?".repeat(block.size() - 1)).append(')');
                models.add(entry.getKey());
                binds.addAll(block);
                if (target.info().companyScoped()) {
                    sql.append(" and company_id = ?");
                    binds.add(company);
                }
            }
        }
        if (!binds.isEmpty()) {
            run(database, sql.toString(), binds, models, missing);
        }
        missing.values().removeIf(Set::isEmpty);
        return missing;
    }

    private static void run(Database database, String sql, List<Long> binds, List<String> models,
            Map<String, Set<Long>> missing) {
        database.any(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < binds.size(); i++) {
                    statement.setLong(i + 1, binds.get(i));
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        missing.get(models.get(result.getInt(1))).remove(result.getLong(2));
                    }
                }
            }
            return null;
        });
    }

    /** 1, 2, 4, 8 and so on ids, so that few different statements arise. */
    private static List<Long> padded(List<Long> ids) {
        int size = Integer.highestOneBit(ids.size());
        size = size < ids.size() ? Math.min(size << 1, BLOCK) : size;
        List<Long> padded = new ArrayList<>(ids);
        while (padded.size() < size) {
            padded.add(ids.get(ids.size() - 1));
        }
        return padded;
    }
}
