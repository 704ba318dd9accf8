package org.ashlar.platform.record;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Groups and measures of any model, computed by the database as the bound caller; what REST answers under {@code /groups}. Thread-safe. */
@ProviderType
public interface Groups {

    /**
     * One row per group in ascending order of the keys, with keys and measures under the names as asked. One statement.
     *
     * @param by up to four keys with commas, for example {@code party,date:month}; {@code null}: one row over all
     * @param measures {@code count,sum(total)}; {@code null}: count
     * @param filter RSQL or {@code null}
     * @throws org.ashlar.platform.problem.Problem as REST: no permission, unknown field, too many groups
     */
    List<Map<String, Object>> of(String model, String by, String measures, String filter);
}
