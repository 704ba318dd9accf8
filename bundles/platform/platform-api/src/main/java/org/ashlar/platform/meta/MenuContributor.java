package org.ashlar.platform.meta;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Menu entries that are data, for example of custom models; a service, asked for each {@code GET /api/v1/boot}, whose
 * entries form a group of their own beside those of the modules. Answers from memory; thread-safe.
 */
@ConsumerType
public interface MenuContributor {

    /** Id of the group, different from all module ids. */
    String id();

    /** Title of the group. */
    String title(Locale locale);

    /** Icon of the group. */
    String icon();

    /** Entries; those whose model the caller may not read are left out. */
    List<Entry> entries(Locale locale);

    /**
     * One entry.
     *
     * @param id unique in the group
     * @param model model that it opens
     * @param icon icon or {@code null}
     * @param title text
     */
    record Entry(String id, String model, String icon, String title) {
    }
}
