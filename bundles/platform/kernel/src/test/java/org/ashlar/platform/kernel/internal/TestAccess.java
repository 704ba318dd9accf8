package org.ashlar.platform.kernel.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Lets everybody do everything; knows who is calling. */
public final class TestAccess implements Access {

    private final ThreadLocal<Caller> bound = new ThreadLocal<>();

    @Override
    public Caller caller() {
        if (!bound()) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "nobody");
        }
        return bound.get();
    }

    @Override
    public boolean bound() {
        return bound.get() != null;
    }

    @Override
    public boolean may(String permission) {
        return true;
    }

    @Override
    public void require(String permission) {
        caller();
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = bound.get();
        bound.set(caller);
        try {
            return work.get();
        } finally {
            bound.set(before);
        }
    }

    @Override
    public Caller system(long companyId) {
        return new Caller(0, "system", companyId, Set.of(), Set.of("*"), Locale.ENGLISH, ZoneOffset.UTC, Channel.SYSTEM,
                null);
    }

    @Override
    public LocalDate today() {
        return LocalDate.of(2026, 1, 31);
    }
}
