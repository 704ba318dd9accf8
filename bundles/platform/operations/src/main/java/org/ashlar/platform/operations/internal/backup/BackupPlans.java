package org.ashlar.platform.operations.internal.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plan of the backups, a setting of the whole installation. Thread-safe. */
@Component(service = BackupPlans.class)
public final class BackupPlans {

    private static final String HOUR = "backup.hour";
    private static final String EVERY = "backup.everyHours";
    private static final String KEEP = "backup.keep";
    private static final String VERIFY = "backup.verify";
    private static final String KEEP_OTHERWISE = "14";

    private final SuiteSettings settings;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Access access;

    /** By injection. */
    @Activate
    public BackupPlans(@Reference SuiteSettings settings, @Reference AuditLog audit, @Reference Transactions transactions,
            @Reference Access access) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.access = access;
    }

    /** The plan; {@code ASHLAR_BACKUP_KEEP} says how many are kept until somebody chose on screen. */
    public BackupPlan get() {
        String given = System.getenv("ASHLAR_BACKUP_KEEP");
        String keep = given == null || given.isBlank() ? KEEP_OTHERWISE : given.strip();
        return new BackupPlan(Integer.parseInt(settings.get(HOUR, "2")), Integer.parseInt(settings.get(EVERY, "24")),
                Integer.parseInt(settings.get(KEEP, keep)), BackupPlan.Verify.valueOf(settings.get(VERIFY, "WEEKLY")));
    }

    /** Changes the plan. */
    public BackupPlan put(BackupPlan plan) {
        access.require(DefaultBackups.PERMISSION);
        plan.checked();
        transactions.run(() -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("hour", plan.hour());
            told.put("everyHours", plan.everyHours());
            told.put("keep", plan.keep());
            told.put("verify", plan.verify().name());
            audit.note("platform.backup", 0, "planned", told);
            settings.put(HOUR, String.valueOf(plan.hour()));
            settings.put(EVERY, String.valueOf(plan.everyHours()));
            settings.put(KEEP, String.valueOf(plan.keep()));
            settings.put(VERIFY, plan.verify().name());
        });
        return plan;
    }
}
