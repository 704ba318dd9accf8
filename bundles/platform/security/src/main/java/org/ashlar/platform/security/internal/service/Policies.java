package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.Networks;
import org.ashlar.platform.security.internal.domain.Policy;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign-in policy and rules, from memory; a change counts from its commit, on every node. Thread-safe. */
@Component(service = {Policies.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class Policies implements NodeCache {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
    private static final String KEY = "default";

    private final Sql sql;
    private final Transactions transactions;
    private final TimedCache<String, Policy> policy;
    private final TimedCache<String, List<Rule>> rules;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Policies(@Reference Sql sql, @Reference Transactions transactions, @Reference Clock clock,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = new TimedCache<>(clock, FRESH);
        this.rules = new TimedCache<>(clock, FRESH);
    }

    /** The policy that holds now. */
    public Policy policy() {
        return policy.get(KEY, this::read).orElse(Policy.DEFAULT);
    }

    /** Whether a user must have a second step. */
    boolean demandsTotp(Account account) {
        return rules().stream().anyMatch(r -> r.demandsTotp && r.concerns(account));
    }

    /** Whether a user may come from an address. */
    boolean allows(Account account, String address) {
        for (Rule rule : rules()) {
            if (!rule.networks.isEmpty() && rule.concerns(account) && !rule.networks.contain(address)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Refuses a user who comes from elsewhere than his rules allow.
     *
     * @throws Problem DENIED {@code platform.access.network}
     */
    void requirePlace(Account account, String address) {
        if (!allows(account, address)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.network", String.valueOf(address));
        }
    }

    @Override
    public void on(RecordChanged event) {
        if (concerns(event)) {
            transactions.afterCommit(this::missed);
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (concerns(event)) {
            missed();
        }
    }

    @Override
    public void missed() {
        policy.clear();
        rules.clear();
    }

    private static boolean concerns(RecordChanged event) {
        return event.model().equals("platform.signInPolicy") || event.model().equals("platform.signInRule");
    }

    private List<Rule> rules() {
        return rules.get(KEY, this::readRules).orElse(List.of());
    }

    private Optional<Policy> read(String code) {
        Record row = sql.read(db -> db.fetchOne("select min_length, refuse_common, former, max_age_days, lock_after, lock_minutes, "
                + "idle_minutes, session_hours, session_pace, token_pace, address_pace, token_max_days "
                + "from platform_sign_in_policy where code = ?", code));
        return Optional.ofNullable(row).map(r -> new Policy(number(r, 0), r.get(1, Boolean.class), number(r, 2), number(r, 3),
                number(r, 4), number(r, 5), Duration.ofMinutes(number(r, 6)), Duration.ofHours(number(r, 7)), number(r, 8),
                number(r, 9), number(r, 10), number(r, 11)));
    }

    private static int number(Record row, int index) {
        return row.get(index, Integer.class);
    }

    private Optional<List<Rule>> readRules(String code) {
        List<Rule> all = new ArrayList<>();
        sql.read(db -> db.fetch("select role_code, user_id, demands_totp, networks from platform_sign_in_rule where active = ?",
                true)).forEach(r -> all.add(new Rule(r.get(0, String.class), r.get(1, Long.class), r.get(2, Boolean.class),
                        networks(r.get(3, String.class)))));
        return Optional.of(List.copyOf(all));
    }

    private static Networks networks(String text) {
        try {
            return Networks.of(text);
        } catch (IllegalArgumentException changedPastTheRules) {
            LOG.error("A sign-in rule names {}, which is no network; it lets nobody in", changedPastTheRules.getMessage());
            return Networks.of("0.0.0.0/32");
        }
    }

    /** One rule. */
    record Rule(String role, Long user, boolean demandsTotp, Networks networks) {
        boolean concerns(Account account) {
            if (user != null && user != account.id()) {
                return false;
            }
            return role == null || account.roles().stream().anyMatch(given -> given.role().equals(role));
        }
    }
}
