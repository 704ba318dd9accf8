package org.ashlar.platform.operations.internal.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.i18n.Phrase;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.module.Migrations;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModulePlans.Plan;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.backup.DefaultBackups;
import org.ashlar.platform.operations.internal.module.Switching;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.Rehearsed;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.State;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upgrades a bundle so that there is a way back: a backup and the jar before are kept. Thread-safe. */
@Component(service = Upgrades.class)
public final class Upgrades {

    /** Permission for all of this. */
    public static final String PERMISSION = "platform.module.manage";
    /** What the audit log says it is about. */
    static final String AUDITED = "platform.upgrade";

    private static final Logger LOG = LoggerFactory.getLogger(Upgrades.class);
    private static final int STEPS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Switching switching;
    private final UpgradeFolder folder;
    private final DefaultBackups backups;
    private final Migrations migrations;
    private final Modules modules;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Upgrades(@Reference Switching switching, @Reference UpgradeFolder folder, @Reference DefaultBackups backups,
            @Reference Migrations migrations, @Reference Modules modules, @Reference AuditLog audit,
            @Reference Transactions transactions, @Reference Access access, @Reference Clock clock) {
        this.switching = switching;
        this.folder = folder;
        this.backups = backups;
        this.migrations = migrations;
        this.modules = modules;
        this.audit = audit;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes a backup, keeps the jar that runs, switches to the new one and waits until it is in service. A run that was cut short
     * goes on where it was; one that is in a restored database finds that it was undone.
     *
     * @param rehearsed what trying it had shown
     */
    Upgrade carryOut(Path jar, boolean unsigned, Rehearsed rehearsed, JobRun run) {
        access.require(PERMISSION);
        Optional<Upgrade> known = folder.list().stream().filter(u -> u.job() == run.id()).findFirst();
        if (known.filter(u -> u.state() != State.BEGUN).isPresent()) {
            return known.get();
        }
        Upgrade upgrade = known.orElseGet(() -> begun(jar, unsigned, rehearsed, run));
        run.checkpoint(1, STEPS, null);
        Path after = folder.after(upgrade.id());
        try {
            switching.to(after, unsigned);
        } catch (Problem e) {
            LOG.warn("Upgrade {} does not come up: {}", upgrade.id(), e.getMessage());
            throw undone(upgrade, new Phrase(e.code(), e.args()));
        }
        run.checkpoint(2, STEPS, null);
        failure(upgrade.module()).ifPresent(reason -> {
            throw undone(upgrade, reason);
        });
        Upgrade done = upgrade.as(State.DONE);
        folder.save(done);
        noted("upgraded", done);
        // It is kept with the upgrade now; one that failed may be tried again as it waits.
        RehearsedJars.forget(jar);
        run.checkpoint(STEPS, STEPS, null);
        return done;
    }

    private Upgrade begun(Path jar, boolean unsigned, Rehearsed rehearsed, JobRun run) {
        Plan plan = switching.possible(jar, unsigned);
        Instant at = clock.instant();
        String backup = access.as(access.system(0), backups::create).name();
        Upgrade upgrade = new Upgrade(folder.id(at), plan.module(), plan.bundles().get(0).name(), plan.from(), plan.to(), State.BEGUN, at,
                access.caller().login(), run.id(), plan.migrations().stream().map(Migrations.Changeset::id).toList(), backup, rehearsed,
                null, null, null);
        try {
            Files.createDirectories(folder.before(upgrade.id()).getParent());
            switching.keep(upgrade.bundle(), folder.before(upgrade.id()));
            Files.copy(jar, folder.after(upgrade.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.save(upgrade);
        return upgrade;
    }

    /** A version that does not come up gives way to the one before, unless it has changed tables already. */
    private Problem undone(Upgrade upgrade, Object reason) {
        if (migrations.pending(upgrade.module(), folder.after(upgrade.id())).size() < upgrade.migrations().size()) {
            folder.save(upgrade.as(State.BROKEN));
            return Problem.of(ProblemKind.RULE, "platform.upgrade.broken", upgrade.module(), upgrade.to(), reason);
        }
        switching.to(folder.before(upgrade.id()), true);
        folder.save(upgrade.as(State.UNDONE));
        noted("undone", upgrade);
        return Problem.of(ProblemKind.RULE, "platform.upgrade.undone", upgrade.module(), upgrade.to(), upgrade.from(), reason);
    }

    /** Why a module does not serve, once that is known. */
    Optional<Object> failure(String module) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Optional<ModuleInfo> now = modules.find(module);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        while (now.filter(m -> m.state() == ModuleState.ACTIVE).isEmpty()) {
            if (now.filter(m -> m.state() == ModuleState.FAILED).isPresent() || System.nanoTime() > end) {
                return Optional.of(now.<Object>map(ModuleInfo::problem).orElse(module));
            }
            LockSupport.parkNanos(LOOK_NANOS);
            now = modules.find(module);
        }
        return Optional.empty();
    }

    void noted(String kind, Upgrade upgrade) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("module", upgrade.module());
        details.put("from", upgrade.from());
        details.put("to", upgrade.to());
        details.put("backup", String.valueOf(upgrade.backup()));
        details.put("rehearsed", upgrade.rehearsed().name());
        transactions.run(() -> audit.note(AUDITED, 0, kind, details));
    }

    /** Upgrades on this node, newest first. */
    public List<Upgrade> list() {
        access.require(PERMISSION);
        return folder.list();
    }

    /** One of them. */
    public Upgrade get(String id) {
        access.require(PERMISSION);
        return folder.find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.upgrade.unknown", id));
    }
}
