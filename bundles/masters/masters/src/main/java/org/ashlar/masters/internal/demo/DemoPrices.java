package org.ashlar.masters.internal.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.masters.internal.model.CurrencyRateEntity;
import org.ashlar.masters.internal.model.PartyEntity;
import org.ashlar.masters.internal.model.PriceLineEntity;
import org.ashlar.masters.internal.model.PriceListEntity;
import org.ashlar.masters.internal.model.VolumeMode;
import org.ashlar.platform.record.EntityStore;

/** Price lists (standard, for key customers, for export) and a year of invented exchange rates. */
final class DemoPrices {

    private static final Map<String, String> PER_EURO = Map.of("CNY", "7.95", "USD", "1.1650", "JPY", "184.20",
            "GBP", "0.8690", "HKD", "9.1200", "AUD", "1.6700", "SGD", "1.4980", "CHF", "0.9280", "SEK", "10.9500");
    private static final int MONTHS = 14;

    private final EntityStore store;
    private final LocalDate today;

    DemoPrices(EntityStore store, LocalDate today) {
        this.store = store;
        this.today = today;
    }

    void lists(Map<String, Long> parties, DemoProducts.Loaded loaded) {
        PriceListEntity standard = list("STANDARD", "标准价目表 Standard prices", null, VolumeMode.RANGE);
        standard.setStandard(true);
        discount(standard, loaded.categories().get("FAST"), "1000", "5");
        discount(standard, loaded.categories().get("FAST"), "10000", "12");
        discount(standard, loaded.categories().get("LIGHT"), "100", "8");
        discount(standard, loaded.categories().get("SAFE"), "200", "6");
        store.insert(standard);

        PriceListEntity key = list("KEY", "大客户阶梯价 Key customers", null, VolumeMode.SLAB);
        discount(key, loaded.categories().get("TOOLS"), "1", "3");
        discount(key, loaded.categories().get("TOOLS"), "11", "8");
        discount(key, loaded.categories().get("TOOLS"), "51", "15");
        give(store.insert(key), parties, "C1002", "C1009", "C1013");

        PriceListEntity export = list("EXPORT-USD", "出口价目表 Export in USD", "USD", VolumeMode.RANGE);
        price(export, loaded.products().get("PT-1801"), "1", "99.50");
        price(export, loaded.products().get("PT-1801"), "50", "92.00");
        price(export, loaded.products().get("PT-1802"), "1", "131.00");
        price(export, loaded.products().get("HT-2003"), "1", "18.90");
        give(store.insert(export), parties, "C2004", "C2005");
    }

    void rates() {
        LocalDate first = today.withDayOfMonth(1).minusMonths(MONTHS);
        for (int month = 0; month <= MONTHS; month++) {
            for (Map.Entry<String, String> entry : new TreeMap<>(PER_EURO).entrySet()) {
                CurrencyRateEntity rate = new CurrencyRateEntity();
                rate.setFrom("EUR");
                rate.setTo(entry.getKey());
                rate.setDate(first.plusMonths(month));
                rate.setRate(new BigDecimal(entry.getValue()).multiply(wave(month + entry.getKey().hashCode() % 7)));
                store.insert(rate);
            }
        }
    }

    /** Between 0.99 and 1.01, always the same for the same month. */
    private static BigDecimal wave(int step) {
        return BigDecimal.ONE.add(BigDecimal.valueOf(Math.floorMod(step * 37, 21) - 10L).movePointLeft(3));
    }

    private static PriceListEntity list(String code, String name, String currency, VolumeMode mode) {
        PriceListEntity list = new PriceListEntity();
        list.setCode(code);
        list.setName(name);
        list.setCurrency(currency);
        list.setVolumeMode(mode);
        return list;
    }

    private static void discount(PriceListEntity list, Long category, String from, String percent) {
        PriceLineEntity line = new PriceLineEntity();
        line.setCategory(category);
        line.setMinQuantity(new BigDecimal(from));
        line.setDiscountPercent(new BigDecimal(percent));
        list.add(line);
    }

    private static void price(PriceListEntity list, Long product, String from, String price) {
        PriceLineEntity line = new PriceLineEntity();
        line.setProduct(product);
        line.setMinQuantity(new BigDecimal(from));
        line.setPrice(new BigDecimal(price));
        list.add(line);
    }

    private void give(PriceListEntity list, Map<String, Long> parties, String... codes) {
        for (String code : codes) {
            PartyEntity party = store.get(PartyEntity.class, parties.get(code));
            party.setPriceList(list.getId());
            store.update(party);
        }
    }
}
