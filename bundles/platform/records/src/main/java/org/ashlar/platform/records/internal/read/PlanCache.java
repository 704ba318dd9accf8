package org.ashlar.platform.records.internal.read;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Plans by form of request. Starts anew when it is full: forms are few, strangers' inventions must not fill the memory. */
final class PlanCache {

    private static final int MAX = 2_000;

    private final Map<Key, Plan> plans = new ConcurrentHashMap<>();

    /**
     * Form of a request.
     *
     * @param model model id
     * @param generation generation of the catalog
     * @param fields asked fields
     * @param sort asked sort
     * @param filter form of the filter without its values
     * @param words number of search words
     * @param kind kind of statement
     * @param rights what restricts the caller, see {@link Visibility#signature}
     */
    record Key(String model, long generation, String fields, String sort, String filter, int words, char kind,
            String rights) {
    }

    Plan get(Key key, Supplier<Plan> planner) {
        Plan plan = plans.get(key);
        if (plan == null) {
            plan = planner.get();
            if (plans.size() >= MAX) {
                plans.clear();
            }
            plans.put(key, plan);
        }
        return plan;
    }

    int size() {
        return plans.size();
    }
}
