package org.ashlar.masters.internal.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.PriceRequest;
import org.ashlar.masters.PriceStep;
import org.ashlar.masters.PriceView;
import org.ashlar.masters.Prices;
import org.ashlar.masters.Units;
import org.ashlar.masters.internal.cache.CategoryCache;
import org.ashlar.masters.internal.cache.PartyCache;
import org.ashlar.masters.internal.cache.PriceCache;
import org.ashlar.masters.internal.cache.ProductCache;
import org.ashlar.masters.internal.domain.PriceSearch;
import org.ashlar.masters.internal.domain.PriceTable;
import org.ashlar.masters.internal.domain.VolumePrice;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Prices} from the caches. */
@Component
public final class DefaultPrices implements Prices {

    private final Access access;
    private final Companies companies;
    private final PartyCache parties;
    private final ProductCache products;
    private final CategoryCache categories;
    private final PriceCache lists;
    private final Units units;
    private final Currencies currencies;

    @Activate
    public DefaultPrices(@Reference Access access, @Reference Companies companies, @Reference PartyCache parties,
            @Reference ProductCache products, @Reference CategoryCache categories, @Reference PriceCache lists,
            @Reference Units units, @Reference Currencies currencies) {
        this.access = access;
        this.companies = companies;
        this.parties = parties;
        this.products = products;
        this.categories = categories;
        this.lists = lists;
        this.units = units;
        this.currencies = currencies;
    }

    /** A request with its defaults filled in. */
    private record Asked(PriceRequest request, ProductCache.Product product, String unit, String currency) {
    }

    @Override
    public PriceView find(PriceRequest request) {
        access.require("masters.product.read");
        if (request.quantity().signum() <= 0) {
            throw Problem.rule("quantity", "masters.price.quantity");
        }
        long company = access.caller().companyId();
        ProductCache.Product product = products.get(request.productId());
        PartyCache.Party party = request.partyId() == null ? null : parties.get(request.partyId());
        List<PriceTable> tables = tables(company, request, party);
        Asked asked = new Asked(request, product, request.unit() == null ? product.view().unit() : request.unit(),
                currency(company, request, party, tables));
        PriceSearch search = new PriceSearch();
        PriceSearch.Subject subject = new PriceSearch.Subject(request.productId(),
                categories.line(company, product.view().categoryId()), request.partyId(), request.date(), asked.unit(),
                product.view().unit(), unit -> quantityIn(asked, unit));
        units.convert(request.quantity(), asked.unit(), product.view().unit(), request.productId());
        for (PriceTable table : tables) {
            if (!table.currency().equals(asked.currency())) {
                search.note(table.code(), null, "OTHER_CURRENCY");
                continue;
            }
            Optional<PriceSearch.Found> found = search.find(table, subject);
            if (found.isPresent()) {
                return won(asked, table, found.get(), search.steps());
            }
        }
        return salePrice(asked, search.steps());
    }

    private List<PriceTable> tables(long company, PriceRequest request, PartyCache.Party party) {
        List<PriceTable> tables = new ArrayList<>();
        Long first = request.priceListId() != null ? request.priceListId() : party == null ? null : party.priceListId();
        if (first != null) {
            lists.find(company, first).ifPresent(tables::add);
        }
        lists.standard(company).stream().filter(table -> !tables.contains(table)).forEach(tables::add);
        return tables;
    }

    private String currency(long company, PriceRequest request, PartyCache.Party party, List<PriceTable> tables) {
        if (request.currency() != null) {
            return request.currency();
        }
        if (party != null && party.view().currency() != null) {
            return party.view().currency();
        }
        return !tables.isEmpty() && !tables.get(0).standard() ? tables.get(0).currency() : companies.get(company).currency();
    }

    /** {@code null} where a row is in a unit that the product does not convert to: the row is then not for this product. */
    private BigDecimal quantityIn(Asked asked, String unit) {
        try {
            return units.convert(asked.request().quantity(), asked.unit(), unit, asked.request().productId());
        } catch (Problem wrongUnit) {
            return null;
        }
    }

    private PriceView won(Asked asked, PriceTable table, PriceSearch.Found found, List<PriceStep> steps) {
        PriceTable.Row row = found.row();
        String rowUnit = row.unit() == null ? asked.product().view().unit() : row.unit();
        BigDecimal price = price(asked, table, row, rowUnit);
        List<PriceStep> all = new ArrayList<>(steps);
        all.add(new PriceStep(table.code(), row.id(), "WON", price, row.minQuantity()));
        if (table.slab() && found.tiers().size() > 1) {
            List<VolumePrice.Tier> tiers = found.tiers().stream().map(tier -> new VolumePrice.Tier(tier.minQuantity(),
                    VolumePrice.discounted(price(asked, table, tier, rowUnit), tier.discountPercent()))).toList();
            BigDecimal step = BigDecimal.ONE.movePointLeft(units.decimals(rowUnit));
            BigDecimal net = VolumePrice.slab(found.quantity(), tiers, step);
            return new PriceView(net.divide(asked.request().quantity(), Rounding.RATE_SCALE, RoundingMode.HALF_UP),
                    BigDecimal.ZERO, Rounding.rate(net), table.currency(), asked.unit(), table.id(), row.id(), all);
        }
        BigDecimal unitPrice = units.convertPrice(price, rowUnit, asked.unit(), asked.request().productId());
        BigDecimal net = VolumePrice.range(found.quantity(), VolumePrice.discounted(price, row.discountPercent()));
        return new PriceView(unitPrice, row.discountPercent(), Rounding.rate(net), table.currency(), asked.unit(),
                table.id(), row.id(), all);
    }

    /** The row's price; of a row that only gives a discount, the product's sale price. */
    private BigDecimal price(Asked asked, PriceTable table, PriceTable.Row row, String rowUnit) {
        return row.price() != null ? row.price() : units.convertPrice(salePriceIn(asked, table.currency()),
                asked.product().view().unit(), rowUnit, asked.request().productId());
    }

    private PriceView salePrice(Asked asked, List<PriceStep> steps) {
        BigDecimal unitPrice = units.convertPrice(salePriceIn(asked, asked.currency()), asked.product().view().unit(),
                asked.unit(), asked.request().productId());
        List<PriceStep> all = new ArrayList<>(steps);
        all.add(new PriceStep(asked.product().view().code(), null, "WON", unitPrice, null));
        return new PriceView(unitPrice, BigDecimal.ZERO, Rounding.rate(unitPrice.multiply(asked.request().quantity())),
                asked.currency(), asked.unit(), null, null, all);
    }

    private BigDecimal salePriceIn(Asked asked, String currency) {
        BigDecimal price = asked.product().view().salePrice();
        if (price == null) {
            throw Problem.rule("unitPrice", "masters.price.missing", asked.product().view().code(), asked.currency());
        }
        return Rounding.rate(price.multiply(currencies.rate(asked.product().currency(), currency, asked.request().date())));
    }
}
