package org.ashlar.platform.access;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The one enforcement point. The caller is bound to the thread for the duration of a call. Thread-safe. */
@ProviderType
public interface Access {

    /**
     * The bound caller.
     *
     * @throws org.ashlar.platform.problem.Problem UNAUTHENTICATED if nobody is bound
     */
    Caller caller();

    /** Whether a caller is bound to this thread. */
    boolean bound();

    /** Whether the caller holds the permission. */
    boolean may(String permission);

    /**
     * Refuses callers without the permission.
     *
     * @throws org.ashlar.platform.problem.Problem DENIED, code {@code platform.access.denied}, naming the permission
     */
    void require(String permission);

    /** Runs work as another caller and restores the present one. */
    <T> T as(Caller caller, Supplier<T> work);

    /** The system itself, acting for a company with every permission; for jobs, provisioning and follow-up documents of bridges. */
    Caller system(long companyId);

    /** Today in the current company's business time zone, by the suite's clock. */
    LocalDate today();
}
