package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Binds callers to threads and answers from their compiled grants. Needs no database, so it is there before everything else. */
@Component
public final class DefaultAccess implements Access {
    private final ThreadLocal<Bound> bound = new ThreadLocal<>();
    private final BundleContext context;
    private final Clock clock;

    /** Only the reference is injected: companies need access themselves, and a service in hand would be a circle. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, service = Companies.class)
    private volatile ServiceReference<Companies> companies;
    private volatile Held held;

    /** By injection. */
    @Activate
    public DefaultAccess(BundleContext context, @Reference Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    @Override
    public Caller caller() {
        return present().caller;
    }

    @Override
    public boolean bound() {
        return bound.get() != null;
    }

    @Override
    public boolean may(String permission) {
        return present().grants.covers(permission);
    }

    @Override
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.denied", permission);
        }
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Bound before = bound.get();
        bound.set(new Bound(caller, GrantSet.of(caller.grants())));
        try {
            return work.get();
        } finally {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        }
    }

    @Override
    public Caller system(long companyId) {
        Optional<Company> company = company(companyId);
        return new Caller(0, "system", companyId, Set.of(companyId), GrantSet.ALL,
                company.map(Company::locale).orElse(Locale.ENGLISH), company.map(Company::zone).orElseGet(clock::getZone),
                Channel.SYSTEM, null);
    }

    @Override
    public LocalDate today() {
        Caller caller = caller();
        ZoneId zone = company(caller.companyId()).map(Company::zone).orElse(caller.zone());
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Bound present() {
        Bound now = bound.get();
        if (now == null) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn");
        }
        return now;
    }

    private Optional<Company> company(long id) {
        Companies service = id == 0 ? null : companies();
        if (service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(service.get(id));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    private Companies companies() {
        ServiceReference<Companies> reference = companies;
        Held now = held;
        if (reference == null || now != null && now.reference.equals(reference)) {
            return reference == null ? null : now.service;
        }
        Companies service = context.getService(reference);
        held = service == null ? null : new Held(reference, service);
        return service;
    }

    private record Held(ServiceReference<Companies> reference, Companies service) {
    }

    private record Bound(Caller caller, GrantSet grants) {
    }
}
