package org.ashlar.platform.operations.internal.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.State;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** After the start that took a backup: says that an upgrade is undone, in the log of the restored database too. */
@Component(service = ArrivedBack.class, immediate = true)
public final class ArrivedBack {

    /** By injection. */
    @Activate
    public ArrivedBack(BundleContext bundles, @Reference UpgradeFolder folder, @Reference Upgrades upgrades, @Reference Access access) {
        if (Files.exists(Path.of(bundles.getProperty("karaf.data"), DatabaseCopies.RESTORE_FOLDER, DatabaseCopies.RESTORE_READY))) {
            return;
        }
        folder.list().stream().filter(u -> u.state() == State.GOING_BACK).forEach(upgrade -> {
            Upgrade back = upgrade.as(State.BACK);
            folder.save(back);
            try {
                access.as(access.system(0), () -> {
                    upgrades.noted("wentBack", back);
                    return null;
                });
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(ArrivedBack.class).warn("The audit log does not say that {} went back", back.id(), e);
            }
        });
    }
}
