package org.ashlar.sales.internal.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;

/** A small world for the rules of orders: one company, some parties and products, pieces and dozens. */
final class World {

    static final long CUSTOMER = 1;
    static final long VENDOR = 2;
    static final long RETIRED = 3;
    static final long HAMMER = 10;
    static final long ADVICE = 11;
    static final long OBSOLETE = 12;
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static final Map<Long, PartyView> PARTIES = Map.of(
            CUSTOMER, new PartyView(CUSTOMER, "C", "Customer", true, false, null, "CNY", 30, true),
            VENDOR, new PartyView(VENDOR, "V", "Vendor", false, true, null, null, 60, true),
            RETIRED, new PartyView(RETIRED, "R", "Retired", true, true, null, "CNY", null, false));
    private static final Map<Long, ProductView> PRODUCTS = Map.of(
            HAMMER, product(HAMMER, "GOODS", "6", true), ADVICE, product(ADVICE, "SERVICE", null, true),
            OBSOLETE, product(OBSOLETE, "GOODS", "1", false));

    private World() {
    }

    private static ProductView product(long id, String kind, String cost, boolean active) {
        return new ProductView(id, "P" + id, "Product " + id, "PCE", kind, null, BigDecimal.TEN,
                cost == null ? null : new BigDecimal(cost), "OUT13", "IN13", "FIFO", active);
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    static Access access(Channel channel, Set<String> grants) {
        Caller caller = new Caller(5, "someone", 7, Set.of(7L), grants, Locale.ENGLISH, ZoneId.of("UTC"), channel, null);
        return fake(Access.class, (p, method, args) -> switch (method.getName()) {
            case "caller" -> caller;
            case "today" -> TODAY;
            case "require" -> {
                if (!grants.contains("*")) {
                    throw Problem.of(org.ashlar.platform.problem.ProblemKind.DENIED, "platform.access.denied", args[0]);
                }
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    static Companies companies() {
        return fake(Companies.class, (p, method, args) -> new Company(7, "T", "Test", "CNY", "CN", Locale.ENGLISH,
                ZoneId.of("UTC"), "generic"));
    }

    static Parties parties() {
        return fake(Parties.class, (p, method, args) -> PARTIES.get(args[0]));
    }

    static Currencies currencies() {
        return fake(Currencies.class, (p, method, args) -> switch (method.getName()) {
            case "known" -> List.of("CNY", "EUR", "JPY").contains(args[0]);
            case "rate" -> new BigDecimal("0.125");
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    static Numbering numbering() {
        return fake(Numbering.class, (p, method, args) -> "N-1");
    }

    static Products products() {
        return fake(Products.class, (p, method, args) -> "getAll".equals(method.getName())
                ? ((Collection<?>) args[0]).stream().map(PRODUCTS::get).filter(java.util.Objects::nonNull).toList()
                : PRODUCTS.get(args[0]));
    }

    /** Pieces and dozens; everything else is the wrong unit. */
    static Units units() {
        return fake(Units.class, (p, method, args) -> {
            String from = (String) args[1];
            String to = (String) args[2];
            if (!List.of("PCE", "DZN").containsAll(List.of(from, to))) {
                throw Problem.rule("unit", "masters.unit.wrong", from, to);
            }
            BigDecimal factor = from.equals(to) ? BigDecimal.ONE : BigDecimal.valueOf(12);
            boolean larger = from.equals("DZN") == "convert".equals(method.getName());
            return from.equals(to) || larger ? ((BigDecimal) args[0]).multiply(factor)
                    : ((BigDecimal) args[0]).divide(factor, 6, java.math.RoundingMode.HALF_UP);
        });
    }
}
