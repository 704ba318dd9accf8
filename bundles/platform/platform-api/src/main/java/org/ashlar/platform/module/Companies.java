package org.ashlar.platform.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The companies of this installation, from memory. Thread-safe. */
@ProviderType
public interface Companies {

    /** All active companies by id. */
    List<Company> list();

    /**
     * One company.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND
     */
    Company get(long id);

    /** Creates a company and provisions it by every installed {@link CompanyProvisioner}; needs {@code platform.company.create}. */
    Company create(String code, String name, String currency, String country, java.util.Locale locale,
            java.time.ZoneId zone, String chart);
}
