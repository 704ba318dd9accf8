package org.ashlar.platform.activity;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** Activities: calls to make, papers to check, by a day. They show in "my tasks" of their assignee. Thread-safe. */
@ProviderType
public interface Activities {

    /** Plans one inside the running (or a new) transaction; the assignee is told. Returns its id. */
    long plan(Plan plan);

    /**
     * What to plan.
     *
     * @param kind {@code call}, {@code meeting}, {@code mail}, {@code todo} or {@code review}
     * @param summary what to do
     * @param model model of the record that it is about, or {@code null}
     * @param recordId that record's id, 0 if none
     * @param assignee user who does it
     * @param due day by which it is done
     */
    record Plan(String kind, String summary, String model, long recordId, long assignee, LocalDate due) {
    }
}
