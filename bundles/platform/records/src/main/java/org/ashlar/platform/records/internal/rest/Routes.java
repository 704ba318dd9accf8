package org.ashlar.platform.records.internal.rest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.rest.Route.Kind;

/** Finds out whether a path addresses a record of a known model. Thread-safe. */
final class Routes {

    private static final String BASE = "/api/v1/";
    private static final int MAX_ID_DIGITS = 18;

    private final DefaultCatalog catalog;
    private final Modules modules;
    /** Collections seen since the start: while their module restarts they are away, not unknown. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile long seenGeneration = -1;

    Routes(DefaultCatalog catalog, Modules modules) {
        this.catalog = catalog;
        this.modules = modules;
    }

    /**
     * The route or {@code null} if the path is somebody else's.
     *
     * @throws Problem UNAVAILABLE while the module is away
     */
    Route find(String path) {
        if (!path.startsWith(BASE)) {
            return null;
        }
        String[] parts = path.substring(BASE.length()).split("/", -1);
        int length = parts.length;
        if (length > 1 && parts[length - 1].isEmpty()) {
            length--;
        }
        Snapshot snapshot = remember();
        if (parts[0].equals("meta")) {
            return meta(snapshot, parts, length);
        }
        if (length < 2 || length > 4) {
            return null;
        }
        EntityModel model = snapshot.model(parts[0], parts[1]);
        if (model == null) {
            requirePresent(snapshot, parts[0], parts[1]);
            return null;
        }
        if (length == 2) {
            return new Route(Kind.COLLECTION, model, 0, null);
        }
        if (length == 3 && parts[2].equals("groups")) {
            return new Route(Kind.GROUPS, model, 0, null);
        }
        if (length == 3 && parts[2].equals("bulk")) {
            return new Route(Kind.BULK, model, 0, null);
        }
        long id = id(parts[2]);
        if (id < 0) {
            return null;
        }
        if (length == 3) {
            return new Route(Kind.RECORD, model, id, null);
        }
        return switch (parts[3]) {
            case "audit" -> new Route(Kind.AUDIT, model, id, null);
            case "flow" -> new Route(Kind.FLOW, model, id, null);
            default -> new Route(Kind.ACTION, model, id, parts[3]);
        };
    }

    private static Route meta(Snapshot snapshot, String[] parts, int length) {
        if (length == 1) {
            return new Route(Kind.MODELS, null, 0, null);
        }
        if (length > 2) {
            return null;
        }
        EntityModel model = snapshot.model(parts[1]);
        if (model == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", parts[1]);
        }
        return new Route(Kind.MODEL, model, 0, null);
    }

    private Snapshot remember() {
        Snapshot snapshot = catalog.snapshot();
        if (snapshot.generation() != seenGeneration) {
            snapshot.infos().forEach(i -> seen.add(i.module() + "/" + i.collection()));
            seenGeneration = snapshot.generation();
        }
        return snapshot;
    }

    private void requirePresent(Snapshot snapshot, String module, String collection) {
        boolean away = seen.contains(module + "/" + collection) || !snapshot.hasModule(module)
                && modules.find(module).filter(m -> m.state() != ModuleState.ACTIVE).isPresent();
        if (away) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.module.away", module, module + "/" + collection, "");
        }
    }

    private static long id(String text) {
        if (text.isEmpty() || text.length() > MAX_ID_DIGITS) {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            id = id * 10 + c - '0';
        }
        return id;
    }
}
