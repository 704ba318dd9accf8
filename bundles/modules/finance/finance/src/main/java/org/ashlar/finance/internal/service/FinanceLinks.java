package org.ashlar.finance.internal.service;

import java.util.List;

import org.ashlar.platform.record.DocumentLinks;
import org.ashlar.platform.record.LinkTable;
import org.osgi.service.component.annotations.Component;

/** Entries and invoices name their source, allocations the invoice and its payment. */
@Component
public final class FinanceLinks implements DocumentLinks {

    @Override
    public List<LinkTable> tables() {
        return List.of(LinkTable.bySource("finance_entry", "finance.entry"),
                LinkTable.bySource("finance_invoice", "finance.invoice"),
                LinkTable.between("finance_allocation", "finance.invoice", "invoice_id", "finance.payment", "payment_id"));
    }
}
