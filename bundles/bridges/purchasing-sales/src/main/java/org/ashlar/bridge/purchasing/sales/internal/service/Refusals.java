package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says that it is the other company that refuses, and why: its fields are not those that the user sees. Thread-safe. */
@Component(service = Refusals.class)
public final class Refusals {

    private static final String CODE = "purchasing-sales.refused";
    private static final Set<ProblemKind> SAID = Set.of(ProblemKind.RULE, ProblemKind.NOT_FOUND, ProblemKind.BAD_REQUEST,
            ProblemKind.CONFLICT);

    private final Messages messages;
    private final Access access;

    /** Used by DS. */
    @Activate
    public Refusals(@Reference Messages messages, @Reference Access access) {
        this.messages = messages;
        this.access = access;
    }

    /** Runs work in the books of a company. */
    <T> T said(Company company, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem e) {
            if (!SAID.contains(e.kind()) || e.code().startsWith("purchasing-sales.")) {
                throw e;
            }
            List<FieldError> errors = e.errors().isEmpty() ? List.of(new FieldError("party", e.code(), e.args())) : e.errors();
            throw Problem.rules(CODE, errors.stream().map(error -> FieldError.of(
                    error.field().startsWith("lines[") ? error.field() : "party", CODE, company.name(),
                    messages.text(access.caller().locale(), error.code(), error.args()))).toList());
        }
    }
}
