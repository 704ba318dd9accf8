package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade.Stage;
import org.ashlar.bridge.purchasing.sales.internal.model.MirrorEntity;
import org.ashlar.bridge.purchasing.sales.internal.model.MirrorState;
import org.ashlar.bridge.purchasing.sales.internal.model.Side;
import org.ashlar.masters.CompanyParties;
import org.ashlar.masters.Parties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the other company's order in step with the one that a user has changed, in the same transaction. An order to
 * somebody outside costs nothing: which parties are companies is known from memory. Thread-safe.
 */
@Component(service = Mirroring.class)
public final class Mirroring {

    private final CompanyParties parties;
    private final Parties people;
    private final Companies companies;
    private final Access access;
    private final Rules rules;
    private final Mirrors mirrors;
    private final Counterparts counterparts;
    private final ProductMatch products;
    private final Refusals refusals;
    private final Announcer announcer;

    /** Used by DS. */
    @Activate
    public Mirroring(@Reference CompanyParties parties, @Reference Parties people, @Reference Companies companies,
            @Reference Access access,
            @Reference Rules rules, @Reference Mirrors mirrors, @Reference Counterparts counterparts,
            @Reference ProductMatch products, @Reference Refusals refusals, @Reference Announcer announcer) {
        this.parties = parties;
        this.people = people;
        this.companies = companies;
        this.access = access;
        this.rules = rules;
        this.mirrors = mirrors;
        this.counterparts = counterparts;
        this.products = products;
        this.refusals = refusals;
        this.announcer = announcer;
    }

    /** An order became binding. */
    void confirmed(Trade order) {
        Optional<Long> partner = parties.companyOf(order.partyId());
        if (partner.isEmpty()) {
            return;
        }
        List<MirrorEntity> known = mirrors.of(order.kind(), order.id());
        Optional<MirrorEntity> mirrored = known.stream().filter(row -> row.getSide() == Side.MIRROR).findFirst();
        if (mirrored.isPresent()) {
            accept(order, mirrored.get());
            return;
        }
        Optional<Company> there = companies.list().stream().filter(c -> c.id() == partner.get()).findFirst();
        Optional<MirrorEntity> open = alive(known);
        if (open.isPresent() && there.isPresent()) {
            change(order, open.get(), there.get());
        } else if (open.isEmpty()) {
            rules.of(partner.get(), order.companyId()).filter(rule -> rule.takes(order.kind()))
                    .ifPresent(rule -> write(order, there.orElseThrow(() -> closed(order)), rule));
        } else {
            throw closed(order);
        }
    }

    private static Optional<MirrorEntity> alive(List<MirrorEntity> known) {
        return known.stream().filter(row -> row.getState() != MirrorState.ENDED).findFirst();
    }

    private Problem closed(Trade order) {
        return Problem.rule("party", "purchasing-sales.company.closed", people.get(order.partyId()).name());
    }

    private void write(Trade order, Company there, Rules.Rule rule) {
        Company here = companies.get(order.companyId());
        long party = in(there, () -> parties.partyOf(here.id())).orElseThrow(
                () -> Problem.rule("party", "purchasing-sales.party.missing", there.name(), here.name()));
        Trade mirror = refusals.said(there, () -> {
            Trade translated = products.translate(order, there);
            return in(there, () -> counterparts.create(translated, party, rule.warehouse()));
        });
        mirrors.relate(here, order, there, mirror);
        announcer.tell(there.id(), here.id(), mirror.kind(), mirror.id(), "purchasing-sales.notice.written", here.name(),
                order.number(), mirror.number());
    }

    /** The receiving company binds itself to what was written for it; nothing further is written. */
    private void accept(Trade order, MirrorEntity row) {
        if (row.getState() == MirrorState.ENDED) {
            throw Problem.rule("state", "purchasing-sales.mirror.ended", row.getPartnerNumber(), row.getPartnerName());
        }
        if (row.getState() == MirrorState.CHANGING) {
            throw Problem.rule("state", "purchasing-sales.mirror.changing", row.getPartnerNumber(), row.getPartnerName());
        }
        mirrors.set(row, MirrorState.CONFIRMED, order);
        boolean same = row.getAmount().compareTo(row.getPartnerAmount()) == 0;
        tellPartner(row, same ? "purchasing-sales.notice.confirmed" : "purchasing-sales.notice.confirmedOtherwise");
    }

    /** The first company confirms again after it reopened its order: the draft is rewritten. */
    private void change(Trade order, MirrorEntity row, Company there) {
        Trade mirror = in(there, () -> counterparts.get(order.kind().other(), row.getPartnerOrder()));
        refuseBinding(mirror, row);
        Trade rewritten = refusals.said(there, () -> {
            Trade translated = products.translate(order, there);
            return in(there, () -> counterparts.rewrite(translated, mirror.id()));
        });
        mirrors.set(row, MirrorState.DRAFT, order, rewritten);
        tellPartner(row, "purchasing-sales.notice.changed");
    }

    /** An order was given up. */
    void cancelled(Trade order) {
        open(order).ifPresent(row -> {
            if (row.getSide() == Side.MIRROR) {
                mirrors.set(row, MirrorState.ENDED, order);
                tellPartner(row, "purchasing-sales.notice.declined");
                return;
            }
            inPartner(row, () -> {
                Trade mirror = counterparts.get(order.kind().other(), row.getPartnerOrder());
                refuseBinding(mirror, row);
                return mirror;
            });
            // Ended first: the cancellation there must find nothing left to tell this company.
            mirrors.set(row, MirrorState.ENDED, order);
            inPartner(row, () -> {
                if (counterparts.get(order.kind().other(), row.getPartnerOrder()).stage() == Stage.OPEN) {
                    counterparts.cancel(order.kind().other(), row.getPartnerOrder());
                }
                return null;
            });
            tellPartner(row, "purchasing-sales.notice.cancelled");
        });
    }

    /** A binding order is being written again. */
    void reopened(Trade order) {
        open(order).ifPresent(row -> {
            if (row.getSide() == Side.MIRROR) {
                mirrors.set(row, MirrorState.DRAFT, order);
                tellPartner(row, "purchasing-sales.notice.reopened");
                return;
            }
            refuseBinding(inPartner(row, () -> counterparts.get(order.kind().other(), row.getPartnerOrder())), row);
            mirrors.set(row, MirrorState.CHANGING, order);
        });
    }

    /** Another date on a binding order: the draft follows, a binding one is only told about. */
    void dateChanged(Trade order) {
        open(order).filter(row -> row.getSide() == Side.ORIGIN && row.getState() != MirrorState.CHANGING).ifPresent(row -> {
            Trade.Kind other = order.kind().other();
            boolean moved = inPartner(row, () -> {
                Trade mirror = counterparts.get(other, row.getPartnerOrder());
                if (mirror.stage() == Stage.OPEN) {
                    counterparts.move(other, mirror.id(), order.wanted());
                }
                return mirror.stage() == Stage.OPEN;
            });
            if (!moved) {
                announcer.tell(row.getPartnerCompany(), order.companyId(), other, row.getPartnerOrder(),
                        "purchasing-sales.notice.date", companies.get(order.companyId()).name(), order.number(),
                        row.getPartnerNumber(), order.wanted() == null ? "-" : order.wanted());
            }
        });
    }

    /** The living row of an order to another company. */
    Optional<MirrorEntity> open(Trade order) {
        return parties.companyOf(order.partyId()).isEmpty() ? Optional.empty()
                : alive(mirrors.of(order.kind(), order.id()));
    }

    private static void refuseBinding(Trade mirror, MirrorEntity row) {
        if (mirror.stage() == Stage.BINDING) {
            throw Problem.rule("state", "purchasing-sales.mirror.binding", mirror.number(), row.getPartnerName());
        }
    }

    private void tellPartner(MirrorEntity row, String key) {
        announcer.tell(row.getPartnerCompany(), row.getCompanyId(), Mirrors.kind(row).other(), row.getPartnerOrder(), key,
                companies.get(row.getCompanyId()).name(), row.getNumber(), row.getPartnerNumber());
    }

    private <T> T in(Company company, Supplier<T> work) {
        return access.as(access.system(company.id()), work);
    }

    private <T> T inPartner(MirrorEntity row, Supplier<T> work) {
        return access.as(access.system(row.getPartnerCompany()), work);
    }
}
