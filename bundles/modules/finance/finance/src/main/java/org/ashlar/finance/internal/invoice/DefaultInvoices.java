package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.util.List;

import org.ashlar.finance.InvoiceDraft;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoiceLineDraft;
import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.InvoiceLineEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.DocumentFlow;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices as a service; posting itself is {@link InvoicePosting}. */
@Component(service = Invoices.class)
public final class DefaultInvoices implements Invoices {

    private final EntityStore store;
    private final InvoicePosting posting;
    private final DocumentFlow flow;
    private final Transactions transactions;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public DefaultInvoices(@Reference EntityStore store, @Reference InvoicePosting posting, @Reference DocumentFlow flow,
            @Reference Transactions transactions, @Reference Access access, @Reference Sql sql) {
        this.store = store;
        this.posting = posting;
        this.flow = flow;
        this.transactions = transactions;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public InvoiceId draft(InvoiceDraft draft) {
        access.require("finance.invoice.create");
        return transactions.required(() -> {
            InvoiceEntity invoice = store.insert(entity(draft));
            return new InvoiceId(invoice.getId());
        });
    }

    @Override
    public void post(InvoiceId id) {
        access.require("finance.invoice.post");
        transactions.run(() -> posting.post(store.lock(InvoiceEntity.class, id.value())));
    }

    @Override
    public InvoiceView get(InvoiceId id) {
        access.require("finance.invoice.read");
        return transactions.required(() -> InvoiceViews.view(store.get(InvoiceEntity.class, id.value())));
    }

    @Override
    public List<InvoiceView> of(String sourceModel, long sourceId) {
        access.require("finance.invoice.read");
        return transactions.required(() -> {
            List<Long> ids = sql.inTransaction(context -> context.resultQuery("SELECT i.id FROM finance_invoice i"
                    + " LEFT JOIN finance_entry e ON e.id = i.entry_id WHERE i.company_id = ? AND i.source_id = ?"
                    + " AND i.source_model = ? AND i.state IN ('POSTED', 'PAID') ORDER BY e.posted_at, i.id",
                    access.caller().companyId(), sourceId, sourceModel).fetch(row -> row.get(0, Long.class)));
            return store.getAll(InvoiceEntity.class, ids).stream().map(InvoiceViews::view).toList();
        });
    }

    @Override
    public void cancel(InvoiceId id) {
        access.require("finance.invoice.cancel");
        transactions.run(() -> {
            InvoiceEntity invoice = store.lock(InvoiceEntity.class, id.value());
            if (invoice.getState() != InvoiceState.DRAFT) {
                throw Problem.rule("state", "finance.invoice.notDraft", String.valueOf(invoice.getNumber()));
            }
            invoice.setState(InvoiceState.CANCELLED);
            invoice.setDuplicateKey(null);
        });
    }

    @Override
    public InvoiceId credit(InvoiceId id) {
        access.require("finance.invoice.credit");
        return transactions.required(() -> {
            InvoiceEntity original = store.get(InvoiceEntity.class, id.value());
            if (original.getKind().credit()) {
                throw Problem.rule("kind", "finance.invoice.credit.kind");
            }
            if (original.getState() != InvoiceState.POSTED && original.getState() != InvoiceState.PAID) {
                throw Problem.rule("state", "finance.invoice.notPosted");
            }
            InvoiceEntity credit = store.insert(creditNote(original));
            flow.link("finance.invoice", original.getId(), "finance.invoice", credit.getId());
            return new InvoiceId(credit.getId());
        });
    }

    private InvoiceEntity creditNote(InvoiceEntity original) {
        InvoiceEntity credit = new InvoiceEntity();
        credit.setKind(original.getKind().opposite());
        credit.setParty(original.getParty());
        credit.setDate(access.today());
        credit.setDueDate(access.today());
        credit.setCurrency(original.getCurrency());
        credit.setReference(original.getNumber());
        credit.setText(original.getText());
        credit.setSourceModel(original.getSourceModel());
        credit.setSourceId(original.getSourceId());
        credit.setOrigin(original.getId());
        for (InvoiceLineEntity line : original.getLines()) {
            InvoiceLineEntity copy = line(credit, new InvoiceLineDraft(line.getProduct(), line.getText(),
                    line.getQuantity(), line.getUnit(), line.getUnitPrice(), line.getDiscountPercent(),
                    line.getTaxCode(), line.getAccountRole(), line.getSourceModel(),
                    line.getSourceLineId() == null ? 0 : line.getSourceLineId()));
            copy.setAccount(line.getAccount());
        }
        return credit;
    }

    private static InvoiceEntity entity(InvoiceDraft draft) {
        InvoiceEntity invoice = new InvoiceEntity();
        invoice.setKind(draft.kind());
        invoice.setParty(draft.partyId());
        invoice.setDate(draft.date());
        invoice.setDueDate(draft.dueDate());
        invoice.setCurrency(draft.currency());
        invoice.setReference(draft.reference());
        invoice.setSourceModel(draft.sourceModel());
        invoice.setSourceId(draft.sourceId() == 0 ? null : draft.sourceId());
        List<InvoiceLineDraft> lines = draft.lines();
        lines.forEach(line -> line(invoice, line));
        return invoice;
    }

    private static InvoiceLineEntity line(InvoiceEntity invoice, InvoiceLineDraft draft) {
        InvoiceLineEntity line = new InvoiceLineEntity();
        line.setInvoice(invoice);
        line.setProduct(draft.productId());
        line.setText(draft.text());
        line.setQuantity(draft.quantity());
        line.setUnit(draft.unit());
        line.setUnitPrice(draft.unitPrice());
        line.setDiscountPercent(draft.discountPercent() == null ? BigDecimal.ZERO : draft.discountPercent());
        line.setTaxCode(draft.taxCode() == null ? "" : draft.taxCode());
        line.setAccountRole(draft.accountRole());
        line.setSourceModel(draft.sourceModel());
        line.setSourceLineId(draft.sourceLineId() == 0 ? null : draft.sourceLineId());
        invoice.getLines().add(line);
        return line;
    }
}
