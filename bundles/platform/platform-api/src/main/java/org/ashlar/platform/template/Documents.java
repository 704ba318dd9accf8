package org.ashlar.platform.template;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Documents for people: PDF from HTML, with Chinese text. Thread-safe. */
@ProviderType
public interface Documents {

    /** PDF of XHTML with CSS 2.1 paged media; fonts for Latin and Chinese are built in, nothing is fetched. */
    byte[] pdf(String xhtml);

    /**
     * The print of a record by a template of its model.
     *
     * @param template code of the print template, {@code null} for the model's default
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND for a record that the caller may not read, or an unknown template
     */
    byte[] print(String model, long recordId, String template, Locale locale);
}
