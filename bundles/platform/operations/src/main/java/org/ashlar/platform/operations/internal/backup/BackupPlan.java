package org.ashlar.platform.operations.internal.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;

/**
 * When backups are made by themselves, how many are kept, and which are restored on trial.
 *
 * @param hour hour of the day of the first, in the first company's zone
 * @param everyHours hours from one to the next, a divisor of 24
 * @param keep how many are kept; 0: none are made
 * @param verify which are restored on trial
 */
public record BackupPlan(int hour, int everyHours, int keep, Verify verify) {

    static final int DAY = 24;
    static final int MOST = 365;

    /** Which backups are restored on trial. */
    public enum Verify {
        /** None. */
        NEVER,
        /** One a week. */
        WEEKLY,
        /** Each that is made by itself. */
        EACH
    }

    /**
     * The plan if it can be kept to.
     *
     * @throws Problem RULE {@code platform.backupPlan.*} at each field that is wrong
     */
    BackupPlan checked() {
        List<FieldError> errors = new ArrayList<>();
        if (hour < 0 || hour >= DAY) {
            errors.add(FieldError.of("hour", "platform.backupPlan.hour"));
        }
        if (everyHours < 1 || everyHours > DAY || DAY % everyHours != 0) {
            errors.add(FieldError.of("everyHours", "platform.backupPlan.every"));
        }
        if (keep < 0 || keep > MOST) {
            errors.add(FieldError.of("keep", "platform.backupPlan.keep", MOST));
        }
        if (verify == null) {
            errors.add(FieldError.of("verify", "platform.backupPlan.verify"));
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("platform.backupPlan.wrong", errors);
        }
        return this;
    }

    /** The latest moment before now at which a backup was to begin. */
    Instant latest(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        Instant latest = Instant.MIN;
        for (int day = -1; day <= 0; day++) {
            for (int at = hour % everyHours; at < DAY; at += everyHours) {
                Instant moment = there.toLocalDate().plusDays(day).atTime(at, 0).atZone(zone).toInstant();
                if (!moment.isAfter(now) && moment.isAfter(latest)) {
                    latest = moment;
                }
            }
        }
        return latest;
    }
}
