package org.ashlar.platform.records.internal.write;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.Deferred;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.store.DefaultEntityStore;
import org.ashlar.platform.records.internal.store.DefinedRules;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs actions on single records inside a running transaction. Thread-safe. */
@Component(service = Actions.class)
public final class Actions {

    private final DefaultEntityStore store;
    private final Access access;
    private final Modules modules;
    private final ActionGuards guards;
    private final DefinedRules definedRules;
    private final RowCheck rows;
    private final BundleContext context;
    private final Map<String, ServiceReference<RecordAction>> actions = new ConcurrentHashMap<>();

    @Activate
    public Actions(BundleContext context, @Reference DefaultEntityStore store, @Reference Access access,
            @Reference Modules modules, @Reference ActionGuards guards, @Reference DefinedRules definedRules,
            @Reference RowCheck rows) {
        this.rows = rows;
        this.definedRules = definedRules;
        this.context = context;
        this.store = store;
        this.access = access;
        this.modules = modules;
        this.guards = guards;
    }

    @Reference(service = RecordAction.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            target = "(&(ashlar.for.model=*)(ashlar.for.action=*))")
    void bindAction(ServiceReference<RecordAction> action) {
        actions.put(key(action), action);
    }

    void unbindAction(ServiceReference<RecordAction> action) {
        actions.remove(key(action), action);
    }

    private static String key(ServiceReference<RecordAction> action) {
        return action.getProperty("ashlar.for.model") + "#" + action.getProperty("ashlar.for.action");
    }

    /** What an action left behind; or, if a guard held it back, the {@link Deferred} that stands for it. */
    public record Outcome(BaseEntity entity, Object result) {

        /** HTTP status of the answer. */
        public int status() {
            return result instanceof Deferred ? 202 : 200;
        }
    }

    /**
     * Checks permission, record, version, state and validators, and runs the action. The record stays locked until the
     * transaction ends, so two callers cannot act on one state.
     */
    public Outcome run(EntityModel model, long id, String name, Integer version, Map<String, Object> body) {
        ActionInfo action = model.info().actions().stream().filter(a -> a.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.action.unknown", name, model.id()));
        access.require(action.permission());
        if (action.posts()) {
            modules.requireValidators(model.id());
        }
        ServiceReference<RecordAction> reference = actions.get(model.id() + "#" + name);
        RecordAction service = reference == null ? null : context.getService(reference);
        if (service == null && !transition(model, name)) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.action.away", name, model.id());
        }
        Object input = action.body() == null ? null : Bodies.read(action.body(), body == null ? Map.of() : body);
        BaseEntity entity = store.lock(model, id);
        rows.require(model, id, action.permission());
        if (version != null && !version.equals(entity.getVersion())) {
            throw Problem.of(ProblemKind.STALE, "platform.record.stale", entity.getVersion().toString());
        }
        requireState(model, action, entity);
        Deferred held = guards.before(model.id(), id, name, body);
        Object result = held == null ? carryOut(model, entity, service, new ActionCall(model.id(), id, input), name) : held;
        store.flush();
        return new Outcome(entity, result);
    }

    private Object carryOut(EntityModel model, BaseEntity entity, RecordAction service, ActionCall call, String name) {
        Object result = null;
        if (transition(model, name)) {
            result = definedRules.move(model, entity, name);
            store.update(model, entity, Set.of(model.state().name()));
        }
        return service == null ? result : service.run(call);
    }

    private static boolean transition(EntityModel model, String action) {
        return model.defined() != null && model.defined().transitions().containsKey(action);
    }

    private static void requireState(EntityModel model, ActionInfo action, BaseEntity entity) {
        FieldInfo state = model.state();
        if (state == null || action.from().isEmpty()) {
            return;
        }
        String now = String.valueOf(model.attribute(state.name()).get(entity));
        if (!action.from().contains(now)) {
            throw Problem.rule(state.name(), "platform.action.wrongState", action.name(), now,
                    String.join(", ", action.from()));
        }
    }
}
