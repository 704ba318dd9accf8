package org.ashlar.platform.kernel.internal.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.module.Company;

/** Reads {@code platform_company} and keeps {@code platform_company_provision}. */
final class CompanyTable {

    private final Jdbc jdbc;

    CompanyTable(DataSource source) {
        jdbc = new Jdbc(source);
    }

    List<Company> active() {
        return jdbc.query("SELECT id, code, name, currency, country, locale, time_zone, chart FROM platform_company"
                + " WHERE active = TRUE ORDER BY id", CompanyTable::read);
    }

    /** Ids of everything that was done for the company. */
    Set<String> provisioned(long companyId) {
        return new HashSet<>(jdbc.query("SELECT provision_id FROM platform_company_provision WHERE company_id = ?",
                row -> row.getString(1), companyId));
    }

    void markProvisioned(long companyId, String id, Clock clock) {
        Instant now = clock.instant();
        jdbc.update("INSERT INTO platform_company_provision (company_id, provision_id, provisioned_at) VALUES (?, ?, ?)",
                companyId, id, now);
    }

    private static Company read(ResultSet row) throws SQLException {
        return new Company(row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("currency"),
                row.getString("country"), Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")), row.getString("chart"));
    }
}
