package org.ashlar.platform.web.internal.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every consistency rule of the installed modules for the caller's company. */
@Component(service = AuditResource.class)
@RestResource
@Path("/audit-report")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private static final Logger LOG = LoggerFactory.getLogger(AuditResource.class);

    private final Access access;
    private final Messages messages;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ConsistencyRule> rules;

    /** By injection. */
    @Activate
    public AuditResource(@Reference Access access, @Reference Messages messages) {
        this.access = access;
        this.messages = messages;
    }

    /** The report. A rule that cannot be checked is named, and the report is not clean: an audit with a gap is no audit. */
    @GET
    @Permission("platform.audit.run")
    public AuditView run() {
        Locale locale = access.caller().locale();
        List<RuleView> checked = rules.stream().sorted(Comparator.comparing(ConsistencyRule::id))
                .map(rule -> check(rule, locale)).toList();
        return new AuditView(checked, checked.stream().allMatch(r -> !r.failed() && r.breaches().isEmpty()));
    }

    private RuleView check(ConsistencyRule rule, Locale locale) {
        String title = Texts.of(messages, locale, "rule." + rule.id(), rule.id());
        try {
            return new RuleView(rule.id(), title, rule.check(), false);
        } catch (RuntimeException e) {
            LOG.error("Consistency rule {} could not be checked", rule.id(), e);
            return new RuleView(rule.id(), title, List.of(), true);
        }
    }

    /**
     * The report.
     *
     * @param clean whether no rule is broken
     */
    public record AuditView(List<RuleView> rules, boolean clean) {
    }

    /**
     * One rule with its breaches.
     *
     * @param failed whether it could not be checked
     */
    public record RuleView(String id, String title, List<Breach> breaches, boolean failed) {
    }
}
