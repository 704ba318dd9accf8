package org.ashlar.platform.webhooks.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.ashlar.platform.webhooks.internal.model.HookOperation;
import org.ashlar.platform.webhooks.internal.model.InboundHookEntity;
import org.ashlar.platform.webhooks.internal.model.InboundHookFieldEntity;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of inbound hooks: a mapping that fits the model, and a user whose rights bound what callers can do. */
@Component
@ForModel("platform.inboundHook")
public final class InboundHookRules implements RecordRules<InboundHookEntity> {
    private static final int MOST_A_MINUTE = 6000;

    private final Catalog catalog;
    private final Access access;
    private final Secrets secrets;
    private final Rows rows;

    /** By injection. */
    @Activate
    public InboundHookRules(@Reference Catalog catalog, @Reference Access access, @Reference Secrets secrets,
            @Reference Rows rows) {
        this.catalog = catalog;
        this.access = access;
        this.secrets = secrets;
        this.rows = rows;
    }

    @Override
    public void beforeInsert(InboundHookEntity hook) {
        hook.setUser(WebhookRules.user(hook.getUser(), access));
        hook.setSecret(secrets.seal(Signature.secret()));
        check(hook);
        taken(hook, 0);
    }

    @Override
    public void beforeUpdate(InboundHookEntity hook, Set<String> changed) {
        // Whoever changes what it does answers for it in the name of its user.
        hook.setUser(WebhookRules.user(hook.getUser(), access));
        check(hook);
        taken(hook, hook.getId());
    }

    private void taken(InboundHookEntity hook, long own) {
        if (!rows.query("select id from platform_inbound_hook where code = ? and id <> ?", r -> r.getLong(1), hook.getCode(),
                own).isEmpty()) {
            throw Problem.rule("code", "platform.hook.codeTaken", hook.getCode());
        }
    }

    private void check(InboundHookEntity hook) {
        if (!hook.getCode().matches("[A-Za-z0-9][A-Za-z0-9_-]{2,63}")) {
            throw Problem.rule("code", "platform.hook.code", hook.getCode());
        }
        if (hook.getPerMinute() < 1 || hook.getPerMinute() > MOST_A_MINUTE) {
            throw Problem.rule("perMinute", "platform.hook.perMinute", MOST_A_MINUTE);
        }
        if (hook.getEventPointer() != null && !hook.getEventPointer().startsWith("/")) {
            throw Problem.rule("eventPointer", "platform.hook.pointer", hook.getEventPointer());
        }
        ModelInfo model = catalog.find(hook.getModel())
                .orElseThrow(() -> Problem.rule("model", "platform.model.unknown", hook.getModel()));
        boolean action = hook.getOperation() == HookOperation.ACTION;
        if (action && model.actions().stream().noneMatch(a -> a.name().equals(hook.getAction()) && !a.secret())) {
            throw Problem.rule("action", "platform.hook.action", String.valueOf(hook.getAction()), model.id());
        }
        boolean keyed = hook.getOperation() != HookOperation.CREATE;
        if (keyed && (hook.getKeyField() == null || model.field(hook.getKeyField()).isEmpty()
                || hook.getFields().stream().noneMatch(f -> f.getField().equals(hook.getKeyField())))) {
            throw Problem.rule("keyField", "platform.hook.keyField", String.valueOf(hook.getKeyField()));
        }
        fields(hook, model, action);
    }

    private static void fields(InboundHookEntity hook, ModelInfo model, boolean action) {
        List<FieldError> errors = new ArrayList<>();
        int position = 0;
        for (InboundHookFieldEntity field : hook.getFields()) {
            FieldInfo info = model.field(field.getField()).orElse(null);
            boolean key = field.getField().equals(hook.getKeyField());
            if (!key && !action && (info == null || info.hidden() || info.readonly())) {
                errors.add(new FieldError("fields[" + position + "].field", "platform.hook.field",
                        List.of(field.getField(), model.id())));
            }
            field.setPosition(++position);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("platform.hook.fields", errors);
        }
    }
}
