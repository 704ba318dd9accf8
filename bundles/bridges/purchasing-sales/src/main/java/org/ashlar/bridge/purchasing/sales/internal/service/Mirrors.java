package org.ashlar.bridge.purchasing.sales.internal.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.bridge.purchasing.sales.internal.model.MirrorEntity;
import org.ashlar.bridge.purchasing.sales.internal.model.MirrorState;
import org.ashlar.bridge.purchasing.sales.internal.model.Side;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.record.DocumentFlow;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The two rows that relate two orders, one in each company. Inside a transaction. Thread-safe. */
@Component(service = Mirrors.class)
public final class Mirrors {

    static final String MODEL = "purchasing-sales.mirror";

    private final EntityStore store;
    private final Sql sql;
    private final Access access;
    private final DocumentFlow flow;

    /** Used by DS. */
    @Activate
    public Mirrors(@Reference EntityStore store, @Reference Sql sql, @Reference Access access, @Reference DocumentFlow flow) {
        this.store = store;
        this.sql = sql;
        this.access = access;
        this.flow = flow;
    }

    /** Rows of an order of the caller's company, oldest first. */
    List<MirrorEntity> of(Trade.Kind kind, long orderId) {
        long company = access.caller().companyId();
        store.flush();
        List<Long> ids = sql.any(dsl -> dsl.select(field("id", Long.class)).from(table("purchasing_sales_mirror"))
                .where(field("company_id", Long.class).eq(company)).and(field(column(kind), Long.class).eq(orderId))
                .orderBy(field("id")).fetch(0, Long.class));
        return store.getAll(MirrorEntity.class, ids);
    }

    private static String column(Trade.Kind kind) {
        return kind == Trade.Kind.SALE ? "sales_order_id" : "purchase_order_id";
    }

    /** Relates an order of the caller's company with the one that was written for it. */
    void relate(Company here, Trade origin, Company there, Trade mirror) {
        long first = EntityLifecycle.nextId();
        long second = EntityLifecycle.nextId();
        insert(row(first, second, Side.ORIGIN, origin, mirror, there), true);
        access.as(access.system(there.id()), () -> {
            insert(row(second, first, Side.MIRROR, mirror, origin, here), false);
            return null;
        });
    }

    private void insert(MirrorEntity row, boolean origin) {
        store.insert(row);
        Trade.Kind kind = kind(row);
        if (origin) {
            flow.link(kind.model(), order(row), MODEL, row.getId());
        } else {
            flow.link(MODEL, row.getId(), kind.model(), order(row));
        }
    }

    private static MirrorEntity row(long id, long twin, Side side, Trade own, Trade other, Company partner) {
        MirrorEntity row = new MirrorEntity();
        row.setId(id);
        row.setTwin(twin);
        row.setSide(side);
        if (own.kind() == Trade.Kind.SALE) {
            row.setSalesOrder(own.id());
        } else {
            row.setPurchaseOrder(own.id());
        }
        row.setPartnerCompany(partner.id());
        row.setPartnerName(partner.name());
        row.setPartnerOrder(other.id());
        amounts(row, own, other);
        return row;
    }

    private static void amounts(MirrorEntity row, Trade own, Trade other) {
        row.setNumber(own.number());
        row.setPartnerNumber(other.number());
        row.setCurrency(own.currency());
        row.setAmount(own.total());
        row.setPartnerAmount(other.total());
    }

    /** Puts both rows into a state, with numbers and amounts as they are now. */
    void set(MirrorEntity row, MirrorState state, Trade own, Trade other) {
        row.setState(state);
        amounts(row, own, other);
        store.update(row);
        inPartner(row, twin -> {
            twin.setState(state);
            amounts(twin, other, own);
        });
    }

    /** Puts both rows into a state after the caller's order has changed by itself. */
    void set(MirrorEntity row, MirrorState state, Trade own) {
        row.setState(state);
        row.setNumber(own.number());
        row.setAmount(own.total());
        store.update(row);
        inPartner(row, twin -> {
            twin.setState(state);
            twin.setPartnerNumber(own.number());
            twin.setPartnerAmount(own.total());
        });
    }

    private void inPartner(MirrorEntity row, java.util.function.Consumer<MirrorEntity> change) {
        access.as(access.system(row.getPartnerCompany()), () -> {
            MirrorEntity twin = store.get(MirrorEntity.class, row.getTwin());
            change.accept(twin);
            return store.update(twin);
        });
        store.flush();
    }

    /** Whether the own order sells or buys. */
    static Trade.Kind kind(MirrorEntity row) {
        return row.getSalesOrder() != null ? Trade.Kind.SALE : Trade.Kind.PURCHASE;
    }

    /** Id of the own order. */
    static long order(MirrorEntity row) {
        return row.getSalesOrder() != null ? row.getSalesOrder() : row.getPurchaseOrder();
    }
}
