package org.ashlar.purchasing.internal.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.purchasing.PurchaseOrderDraft;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineDraft;
import org.ashlar.purchasing.PurchaseOrders;
import org.ashlar.purchasing.internal.service.OrderReceiving;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vendor prices and purchase orders in several states for the demo company. */
@Component
public final class PurchasingDemo implements DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(PurchasingDemo.class);
    private static final int ORDERS = 16;
    private static final int DAYS_APART = 4;
    private static final BigDecimal COST_SHARE = new BigDecimal("0.6");
    private static final BigDecimal TIER_SHARE = new BigDecimal("0.95");
    private static final BigDecimal TIER = BigDecimal.valueOf(100);

    private final Access access;
    private final Companies companies;
    private final Records records;
    private final Transactions transactions;
    private final PurchaseOrders orders;
    private final OrderReceiving receiving;

    /** Used by DS. */
    @Activate
    public PurchasingDemo(@Reference Access access, @Reference Companies companies, @Reference Records records,
            @Reference Transactions transactions, @Reference PurchaseOrders orders,
            @Reference OrderReceiving receiving) {
        this.access = access;
        this.companies = companies;
        this.records = records;
        this.transactions = transactions;
        this.orders = orders;
        this.receiving = receiving;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public String id() {
        return "purchasing.demo";
    }

    /** Everything is committed piece by piece, so that what a bridge refuses does not undo the rest. */
    @Override
    public void load() {
        List<Map<String, Object>> vendors = rows("masters.party", "vendor==true;active==true",
                List.of("id", "currency"));
        List<Map<String, Object>> products = rows("masters.product", "active==true;kind==GOODS",
                List.of("id", "salePrice", "standardCost"));
        if (vendors.isEmpty() || products.isEmpty()) {
            return;
        }
        String currency = companies.get(access.caller().companyId()).currency();
        transactions.separate(() -> {
            for (int i = 0; i < products.size(); i++) {
                Map<String, Object> vendor = vendors.get(i % vendors.size());
                if (vendor.get("currency") == null || vendor.get("currency").equals(currency)) {
                    prices(id(vendor), products.get(i));
                }
            }
            return null;
        });
        for (int i = 0; i < ORDERS; i++) {
            PurchaseOrderDraft draft = draft(i, vendors, products);
            PurchaseOrderId order = attempt(() -> orders.create(draft));
            if (order != null && i % 4 > 0) {
                PurchaseOrderId confirmed = attempt(() -> {
                    orders.confirm(order);
                    return order;
                });
                if (confirmed != null && i % 4 > 1) {
                    attempt(() -> {
                        receiving.receive(order.value(), List.of(), Map.of(), null);
                        return order;
                    });
                }
            }
        }
    }

    private void prices(long vendor, Map<String, Object> product) {
        BigDecimal cost = number(product.get("standardCost"));
        if (cost == null || cost.signum() == 0) {
            BigDecimal sale = number(product.get("salePrice"));
            cost = sale == null ? BigDecimal.TEN : sale.multiply(COST_SHARE);
        }
        price(vendor, id(product), BigDecimal.ONE, cost);
        price(vendor, id(product), TIER, cost.multiply(TIER_SHARE));
    }

    private void price(long vendor, long product, BigDecimal minimum, BigDecimal price) {
        Map<String, Object> values = new HashMap<>();
        values.put("vendor", vendor);
        values.put("product", product);
        values.put("minimumQuantity", minimum);
        values.put("price", price.setScale(2, RoundingMode.HALF_UP));
        values.put("leadTimeDays", 7L + product % 14);
        records.create("purchasing.vendorPrice", values);
    }

    /** Each vendor is asked for products that it has a price for. */
    private PurchaseOrderDraft draft(int i, List<Map<String, Object>> vendors, List<Map<String, Object>> products) {
        LocalDate date = access.today().minusDays((long) (ORDERS - i) * DAYS_APART);
        int vendor = i % vendors.size();
        List<PurchaseOrderLineDraft> lines = IntStream.range(0, products.size())
                .filter(n -> n % vendors.size() == vendor).skip(i % 3).limit(1L + i % 4)
                .mapToObj(n -> new PurchaseOrderLineDraft(id(products.get(n)), null,
                        BigDecimal.valueOf(20L + (i * 7L + n * 11L) % 90), null, null, null, null, null))
                .toList();
        return new PurchaseOrderDraft(id(vendors.get(vendor)), date, null, null, null, null, "DEMO-V" + (500 + i),
                lines);
    }

    private List<Map<String, Object>> rows(String model, String filter, List<String> fields) {
        return records.find(model, new Records.Query(filter, null, "id", fields, 0, 200, false)).rows();
    }

    private static long id(Map<String, Object> row) {
        return ((Number) row.get("id")).longValue();
    }

    private static BigDecimal number(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    /** A bridge may still be starting, or an order be without lines: the order then stays where it is. */
    private PurchaseOrderId attempt(Supplier<PurchaseOrderId> work) {
        try {
            return transactions.separate(work);
        } catch (Problem e) {
            LOG.info("Demo purchase order left as it is: {}", e.code());
            return null;
        }
    }
}
