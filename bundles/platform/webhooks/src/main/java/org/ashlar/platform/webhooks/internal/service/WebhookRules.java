package org.ashlar.platform.webhooks.internal.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.webhooks.internal.domain.HookAddress;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.ashlar.platform.webhooks.internal.domain.Topics;
import org.ashlar.platform.webhooks.internal.model.WebhookEntity;
import org.ashlar.platform.webhooks.internal.model.WebhookEventEntity;
import org.ashlar.platform.webhooks.internal.out.Deliveries;
import org.ashlar.platform.webhooks.internal.out.Dispatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rules of webhooks: an address, something to tell, and a user in whose name records are read. Whoever names another user
 * must be allowed to make that user's tokens, which is the same power.
 */
@Component
@ForModel("platform.webhook")
public final class WebhookRules implements RecordRules<WebhookEntity> {
    private static final Set<String> KINDS = Set.of("created", "updated", "deleted");

    private final Catalog catalog;
    private final Records records;
    private final Access access;
    private final Secrets secrets;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;

    /** By injection. */
    @Activate
    public WebhookRules(@Reference Catalog catalog, @Reference Records records, @Reference Access access,
            @Reference Secrets secrets, @Reference Transactions transactions, @Reference Deliveries deliveries,
            @Reference Dispatcher dispatcher) {
        this.catalog = catalog;
        this.records = records;
        this.access = access;
        this.secrets = secrets;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
    }

    @Override
    public void beforeInsert(WebhookEntity webhook) {
        webhook.setUser(user(webhook.getUser(), access));
        webhook.setSecret(secrets.seal(Signature.secret()));
        check(webhook);
    }

    @Override
    public void beforeUpdate(WebhookEntity webhook, Set<String> changed) {
        if (changed.contains("user") || changed.contains("events")) {
            webhook.setUser(user(webhook.getUser(), access));
        }
        check(webhook);
        long id = webhook.getId();
        transactions.afterCommit(() -> {
            deliveries.fresh(id);
            dispatcher.wake();
        });
    }

    /** The user to work as: the caller, or another one if the caller could sign in as him. */
    static Long user(Long wanted, Access access) {
        long caller = access.caller().userId();
        if (wanted != null && wanted != caller) {
            access.require("platform.user.createToken");
            return wanted;
        }
        if (caller == 0) {
            throw Problem.rule("user", "platform.webhook.user");
        }
        return caller;
    }

    private void check(WebhookEntity webhook) {
        if (HookAddress.of(webhook.getUrl()).isEmpty()) {
            throw Problem.rule("url", "platform.webhook.url", webhook.getUrl());
        }
        if (webhook.getEvents().isEmpty()) {
            throw Problem.rule("events", "platform.webhook.noEvents");
        }
        List<FieldError> errors = new ArrayList<>();
        int position = 0;
        for (WebhookEventEntity event : webhook.getEvents()) {
            String path = "events[" + position + "].";
            event.setPosition(++position);
            event(event, path, errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("platform.webhook.events", errors);
        }
    }

    private void event(WebhookEventEntity event, String path, List<FieldError> errors) {
        if ((event.getTopic() == null) == (event.getModel() == null)) {
            errors.add(new FieldError(path + "topic", "platform.webhook.topicOrModel", List.of()));
        } else if (event.getTopic() != null) {
            if (!Topics.valid(event.getTopic())) {
                errors.add(new FieldError(path + "topic", "platform.webhook.topic", List.of(event.getTopic())));
            }
        } else if (catalog.find(event.getModel()).isEmpty()) {
            errors.add(new FieldError(path + "model", "platform.model.unknown", List.of(event.getModel())));
        } else {
            model(event, path, errors);
        }
    }

    private void model(WebhookEventEntity event, String path, List<FieldError> errors) {
        List<String> kinds = words(event.getKinds());
        if (!KINDS.containsAll(kinds)) {
            errors.add(new FieldError(path + "kinds", "platform.webhook.kinds", List.of(event.getKinds())));
        }
        List<String> fields = words(event.getFields());
        try {
            records.find(event.getModel(), new Records.Query(event.getCondition(), null, null,
                    fields.isEmpty() ? List.of("id") : fields, 0, 1, false));
        } catch (Problem wrong) {
            String field = event.getCondition() == null ? "fields" : "condition";
            errors.add(new FieldError(path + field, wrong.code(), wrong.args()));
        }
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("[\\s,]+")).filter(w -> !w.isEmpty()).toList();
    }
}
