package org.ashlar.platform.documents.internal.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.documents.internal.model.SealEntity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Records;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A seal stands on documents that there are, under a condition that can be read. Thread-safe. */
@Component
@ForModel("platform.seal")
public final class SealRules implements RecordRules<SealEntity> {

    private static final BigDecimal NARROWEST = new BigDecimal("5");
    private static final BigDecimal WIDEST = new BigDecimal("100");

    private final Catalog catalog;
    private final Messages messages;
    private final Access access;
    /** Asked for late: the records engine calls rules. */
    private final ServiceReference<Records> records;
    private final BundleContext bundle;

    /** By injection. */
    @Activate
    public SealRules(BundleContext bundle, @Reference Catalog catalog, @Reference Messages messages, @Reference Access access,
            @Reference ServiceReference<Records> records) {
        this.bundle = bundle;
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
        this.records = records;
    }

    @Override
    public void beforeInsert(SealEntity seal) {
        if (catalog.find(seal.getTarget()).isEmpty()) {
            throw Problem.rule("target", "platform.model.unknown", seal.getTarget());
        }
        if (seal.getWidth().compareTo(NARROWEST) < 0 || seal.getWidth().compareTo(WIDEST) > 0) {
            throw Problem.rule("width", "platform.seal.width");
        }
        if (seal.getCondition().isBlank()) {
            throw Problem.rule("condition", "platform.value.required");
        }
        try {
            bundle.getService(records).find(seal.getTarget(), new Records.Query("(" + seal.getCondition() + ");id==0", null, null,
                    List.of("id"), 0, 1, false));
        } catch (Problem wrong) {
            throw Problem.rule("condition", "platform.seal.condition",
                    messages.text(access.caller().locale(), wrong.code(), wrong.args()));
        }
    }

    @Override
    public void beforeUpdate(SealEntity seal, Set<String> changed) {
        beforeInsert(seal);
    }
}
