package org.ashlar.platform.operations.internal.upgrade;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.node.OtherNodes;
import org.ashlar.platform.operations.internal.backup.DefaultBackups;
import org.ashlar.platform.operations.internal.module.Switching;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.State;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Back to the version before an upgrade. Where no table was changed the jar before is put back while people work, and all data
 * stays. Where tables were changed, the backup made right before comes back together with the jar, at a restart; what was written
 * since is lost from the database and kept in a backup of its own. Thread-safe.
 */
@Component(service = WayBack.class)
public final class WayBack {

    private static final Logger LOG = LoggerFactory.getLogger(WayBack.class);

    private final Upgrades upgrades;
    private final UpgradeFolder folder;
    private final Switching switching;
    private final DefaultBackups backups;
    private final WorkSince work;
    private final OtherNodes nodes;
    private final Restart restart;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public WayBack(@Reference Upgrades upgrades, @Reference UpgradeFolder folder, @Reference Switching switching,
            @Reference DefaultBackups backups, @Reference WorkSince work, @Reference OtherNodes nodes, @Reference Restart restart,
            @Reference Access access, @Reference Clock clock) {
        this.upgrades = upgrades;
        this.folder = folder;
        this.switching = switching;
        this.backups = backups;
        this.work = work;
        this.nodes = nodes;
        this.restart = restart;
        this.access = access;
        this.clock = clock;
    }

    /** Why nobody can go back from an upgrade, empty if one can. */
    public Optional<Problem> obstacle(Upgrade upgrade) {
        List<Upgrade> later = folder.inService().stream().filter(u -> u.id().compareTo(upgrade.id()) > 0).toList();
        if (upgrade.state() != State.DONE && upgrade.state() != State.BROKEN) {
            return refused("platform.upgrade.notDone");
        } else if (!later.isEmpty()) {
            return refused("platform.upgrade.later", later.get(later.size() - 1).module());
        } else if (!switching.installed(upgrade.bundle())) {
            return refused("platform.upgrade.gone", upgrade.bundle());
        } else if (!upgrade.changedTables()) {
            return Optional.empty();
        } else if (upgrade.backup() == null) {
            return refused("platform.upgrade.noBackup");
        } else if (!backups.kept(upgrade.backup())) {
            return refused("platform.upgrade.backupGone", upgrade.backup());
        }
        return nodes.any() ? refused("platform.upgrade.nodes") : Optional.empty();
    }

    private static Optional<Problem> refused(String code, Object... args) {
        return Optional.of(Problem.of(ProblemKind.RULE, code, args));
    }

    /** What would be lost. */
    public List<WorkSince.Changed> lost(Upgrade upgrade) {
        return upgrade.changedTables() ? work.since(upgrade.at()) : List.of();
    }

    /** Goes back. */
    Upgrade carryOut(String id) {
        Upgrade upgrade = upgrades.get(id);
        if (upgrade.state() == State.BACK || upgrade.state() == State.GOING_BACK) {
            return upgrade;
        }
        obstacle(upgrade).ifPresent(problem -> {
            throw problem;
        });
        return upgrade.changedTables() ? withTheData(upgrade) : theJarAlone(upgrade);
    }

    private Upgrade theJarAlone(Upgrade upgrade) {
        switching.to(folder.before(upgrade.id()), true);
        upgrades.failure(upgrade.module()).ifPresent(reason -> {
            throw Problem.of(ProblemKind.RULE, "platform.plan.failed", upgrade.module(), reason);
        });
        Upgrade back = upgrade.back(State.BACK, null, clock.instant(), access.caller().login());
        folder.save(back);
        upgrades.noted("wentBack", back);
        return back;
    }

    private Upgrade withTheData(Upgrade upgrade) {
        upgrades.noted("goingBack", upgrade);
        String kept = access.as(access.system(0), backups::create).name();
        Upgrade going = upgrade.back(State.GOING_BACK, kept, clock.instant(), access.caller().login());
        // Said before it is true: once the backup lies ready the next start takes it, whoever made that start.
        folder.save(going);
        try {
            access.as(access.system(0), () -> backups.layReady(upgrade.backup(), Map.of(upgrade.bundle(), folder.before(upgrade.id()))));
        } catch (RuntimeException e) {
            folder.save(upgrade);
            throw e;
        }
        LOG.warn("Going back from {} {} to {} with backup {}; what was written since is in backup {}", upgrade.module(), upgrade.to(),
                upgrade.from(), upgrade.backup(), kept);
        restart.soon();
        return going;
    }
}
