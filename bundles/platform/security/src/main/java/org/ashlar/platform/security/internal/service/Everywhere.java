package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Guards what holds for all companies: an administrator of one company may not change it. Thread-safe. */
@Component(service = Everywhere.class)
public final class Everywhere {
    private final Delegation delegation;

    /** By injection. */
    @Activate
    public Everywhere(@Reference Delegation delegation) {
        this.delegation = delegation;
    }

    /**
     * Refuses callers who do not hold a permission in every company.
     *
     * @throws Problem DENIED {@code platform.access.everywhere}
     */
    void require(String permission) {
        require(permission, "platform.access.everywhere");
    }

    /** Refuses callers who do not hold every right in every company. */
    void requireAll() {
        require("*", "platform.access.everything");
    }

    private void require(String grant, String code) {
        try {
            delegation.require(grant, Set.of(grant), null);
        } catch (Problem narrow) {
            throw Problem.of(ProblemKind.DENIED, code, grant);
        }
    }
}
