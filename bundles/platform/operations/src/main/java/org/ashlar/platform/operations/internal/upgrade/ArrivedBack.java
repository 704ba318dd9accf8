package org.ashlar.platform.operations.internal.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.module.Migrations;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.State;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After the start that took a backup: says that an upgrade is undone, in the log of the restored database too. Where the process
 * ended before the backup was laid ready, the upgrade is in service as it was; the changesets that have run in the database tell.
 */
@Component(service = ArrivedBack.class, immediate = true)
public final class ArrivedBack {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivedBack.class);

    private final UpgradeFolder folder;
    private final Upgrades upgrades;
    private final Migrations migrations;
    private final AuditChain chain;
    private final Access access;

    /** By injection. */
    @Activate
    public ArrivedBack(BundleContext bundles, @Reference UpgradeFolder folder, @Reference Upgrades upgrades,
            @Reference Migrations migrations, @Reference AuditChain chain, @Reference Access access) {
        this.folder = folder;
        this.upgrades = upgrades;
        this.migrations = migrations;
        this.chain = chain;
        this.access = access;
        if (!Files.exists(Path.of(bundles.getProperty("karaf.data"), DatabaseCopies.RESTORE_FOLDER, DatabaseCopies.RESTORE_READY))) {
            folder.list().stream().filter(u -> u.state() == State.GOING_BACK).forEach(this::settle);
        }
    }

    private void settle(Upgrade upgrade) {
        try {
            Set<String> ran = migrations.ran(upgrade.module());
            if (upgrade.migrations().stream().anyMatch(ran::contains)) {
                folder.save(upgrade.as(ran.containsAll(upgrade.migrations()) ? State.DONE : State.BROKEN));
                LOG.warn("The way back from {} {} was cut short before anything was changed", upgrade.module(), upgrade.to());
                return;
            }
            Upgrade back = upgrade.as(State.BACK);
            folder.save(back);
            access.as(access.system(0), () -> {
                upgrades.noted("wentBack", back);
                // The log is as short as it was then; somebody wanted that, so its anchors are no finding.
                chain.accept(back.module() + " " + back.to() + " \u2192 " + back.from() + ", " + back.backup());
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("What became of the way back from {} is not, or not wholly, written down", upgrade.id(), e);
        }
    }
}
