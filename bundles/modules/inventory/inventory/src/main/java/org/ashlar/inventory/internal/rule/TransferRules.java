package org.ashlar.inventory.internal.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.inventory.internal.service.StockMath;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A transfer has a number, two ends that fit its kind, and lines of goods in units that convert. */
@Component(service = RecordRules.class)
@ForModel("inventory.transfer")
public class TransferRules implements RecordRules<TransferEntity> {

    private static final Map<TransferKind, NumberSeries> SERIES = Map.of(
            TransferKind.RECEIPT, NumberSeries.plain("inventory.receipt", "REC-{seq:6}"),
            TransferKind.DELIVERY, NumberSeries.plain("inventory.delivery", "DEL-{seq:6}"),
            TransferKind.INTERNAL, NumberSeries.plain("inventory.internal", "INT-{seq:6}"),
            TransferKind.CUSTOMER_RETURN, NumberSeries.plain("inventory.customerReturn", "CRT-{seq:6}"),
            TransferKind.VENDOR_RETURN, NumberSeries.plain("inventory.vendorReturn", "VRT-{seq:6}"),
            TransferKind.ADJUSTMENT, NumberSeries.plain("inventory.adjustment", "ADJ-{seq:6}"));

    private final Access access;
    private final Sites sites;
    private final StockMath math;
    private final Numbering numbering;

    /** By warehouses and masters. */
    @Activate
    public TransferRules(@Reference Access access, @Reference Sites sites, @Reference StockMath math,
            @Reference Numbering numbering) {
        this.access = access;
        this.sites = sites;
        this.math = math;
        this.numbering = numbering;
    }

    @Override
    public void beforeInsert(TransferEntity transfer) {
        Sites.Plan plan = sites.plan();
        if (transfer.getDate() == null) {
            transfer.setDate(access.today());
        }
        transfer.setWarehouse(plan.depot(transfer.getWarehouse()).id());
        ends(transfer, plan);
        lines(transfer, plan);
        transfer.setNumber(numbering.next(SERIES.get(transfer.getKind()), transfer.getDate()));
    }

    @Override
    public void beforeUpdate(TransferEntity transfer, Set<String> changed) {
        if (transfer.getState() != TransferState.DRAFT && !changed.isEmpty() && !changed.equals(Set.of("note"))) {
            throw Problem.of(ProblemKind.CONFLICT, "inventory.transfer.state", transfer.getNumber(),
                    transfer.getState().name());
        }
        if (changed.contains("lines")) {
            lines(transfer, sites.plan());
        }
    }

    @Override
    public void beforeDelete(TransferEntity transfer) {
        if (transfer.getState() != TransferState.DRAFT) {
            throw Problem.of(ProblemKind.CONFLICT, "inventory.transfer.state", transfer.getNumber(),
                    transfer.getState().name());
        }
    }

    private static void ends(TransferEntity transfer, Sites.Plan plan) {
        Long stock = plan.depot(transfer.getWarehouse()).stockLocationId();
        TransferKind kind = transfer.getKind();
        if (transfer.getFromLocation() == null) {
            transfer.setFromLocation(switch (kind) {
                case RECEIPT -> plan.first(LocationKind.VENDOR).id();
                case CUSTOMER_RETURN -> plan.first(LocationKind.CUSTOMER).id();
                case ADJUSTMENT -> plan.first(LocationKind.ADJUSTMENT).id();
                default -> stock;
            });
        }
        if (transfer.getToLocation() == null) {
            transfer.setToLocation(switch (kind) {
                case DELIVERY -> plan.first(LocationKind.CUSTOMER).id();
                case VENDOR_RETURN -> plan.first(LocationKind.VENDOR).id();
                case INTERNAL -> throw Problem.rule("toLocation", "inventory.transfer.toLocation");
                default -> stock;
            });
        }
        check("fromLocation", plan.site(transfer.getFromLocation()), switch (kind) {
            case RECEIPT -> List.of(LocationKind.VENDOR);
            case CUSTOMER_RETURN -> List.of(LocationKind.CUSTOMER);
            case ADJUSTMENT -> List.of(LocationKind.ADJUSTMENT);
            case INTERNAL -> List.of(LocationKind.INTERNAL, LocationKind.TRANSIT, LocationKind.PRODUCTION);
            default -> List.of(LocationKind.INTERNAL, LocationKind.TRANSIT);
        });
        check("toLocation", plan.site(transfer.getToLocation()), switch (kind) {
            case DELIVERY -> List.of(LocationKind.CUSTOMER);
            case VENDOR_RETURN -> List.of(LocationKind.VENDOR);
            case INTERNAL -> List.of(LocationKind.INTERNAL, LocationKind.TRANSIT, LocationKind.PRODUCTION);
            default -> List.of(LocationKind.INTERNAL, LocationKind.TRANSIT);
        });
        if (transfer.getFromLocation().equals(transfer.getToLocation())) {
            throw Problem.rule("toLocation", "inventory.transfer.sameLocation");
        }
    }

    private static void check(String field, Site site, List<LocationKind> allowed) {
        if (!allowed.contains(site.kind())) {
            throw Problem.rule(field, "inventory.transfer.locationKind", site.code(), site.kind().name());
        }
        if (!site.active()) {
            throw Problem.rule(field, "inventory.location.inactive", site.code());
        }
    }

    private void lines(TransferEntity transfer, Sites.Plan plan) {
        Map<Long, ProductView> products = math.products(transfer.getLines().stream()
                .map(TransferLineEntity::getProduct).filter(Objects::nonNull).toList());
        transfer.getLines().removeIf(l -> products.containsKey(l.getProduct()) && !products.get(l.getProduct()).goods());
        if (transfer.getLines().isEmpty()) {
            throw Problem.rule("lines", "inventory.transfer.noLines");
        }
        int index = 0;
        for (TransferLineEntity line : transfer.getLines()) {
            line(transfer, line, products.get(line.getProduct()), "lines[" + index + "].", plan);
            line.setPosition(++index);
        }
    }

    private void line(TransferEntity transfer, TransferLineEntity line, ProductView product, String path,
            Sites.Plan plan) {
        if (product == null) {
            throw Problem.rule(path + "product", "inventory.product.unknown", line.getProduct());
        }
        BigDecimal quantity = line.getQuantity();
        boolean adjustment = transfer.getKind() == TransferKind.ADJUSTMENT;
        if (quantity == null || quantity.signum() == 0 || quantity.signum() < 0 && !adjustment) {
            throw Problem.rule(path + "quantity", adjustment ? "inventory.quantity.zero" : "inventory.quantity.positive");
        }
        if (line.getUnit() == null) {
            line.setUnit(product.unit());
        }
        line.setBaseQuantity(math.base(quantity, line.getUnit(), product, path + "unit"));
        if (line.getBaseQuantity().signum() == 0) {
            throw Problem.rule(path + "quantity", "inventory.quantity.tooSmall", product.unit());
        }
        if (line.getUnitCost() != null && line.getUnitCost().signum() < 0) {
            throw Problem.rule(path + "unitCost", "inventory.cost.negative");
        }
        if (line.getFromLocation() != null) {
            same(path + "fromLocation", plan.site(line.getFromLocation()), plan.site(transfer.getFromLocation()));
        }
        if (line.getToLocation() != null) {
            same(path + "toLocation", plan.site(line.getToLocation()), plan.site(transfer.getToLocation()));
        }
    }

    private static void same(String field, Site site, Site header) {
        if (site.kind().valued() != header.kind().valued() || !site.kind().valued() && site.kind() != header.kind()) {
            throw Problem.rule(field, "inventory.transfer.locationKind", site.code(), site.kind().name());
        }
    }
}
