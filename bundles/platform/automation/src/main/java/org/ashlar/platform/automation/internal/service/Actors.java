package org.ashlar.platform.automation.internal.service;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In whose name a rule acts. The audit log shows the system's work under the rule's code. Thread-safe. */
@Component(service = Actors.class)
public final class Actors {

    private static final int LOGIN = 64;

    private final Access access;
    private final Callers callers;

    /** By injection. */
    @Activate
    public Actors(@Reference Access access, @Reference Callers callers) {
        this.access = access;
        this.callers = callers;
    }

    /** The rule's actor; who saves is the present caller. */
    Caller of(Rule rule) {
        return switch (rule.runAs()) {
            case CALLER -> access.caller();
            case USER -> callers.of(rule.runAsUser() == null ? 0 : rule.runAsUser(), rule.companyId(), Channel.JOB)
                    .orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.automation.actorGone", rule.title()));
            case SYSTEM -> system(rule.companyId(), rule.code());
        };
    }

    /** The company's system under a name. */
    Caller system(long company, String code) {
        Caller system = access.system(company);
        String login = "rule:" + code;
        return new Caller(0, login.length() > LOGIN ? login.substring(0, LOGIN) : login, company, system.companies(),
                system.grants(), system.locale(), system.zone(), Channel.SYSTEM, null);
    }
}
