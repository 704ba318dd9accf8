package org.ashlar.platform.module;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A company (legal entity) of this installation.
 *
 * @param id record id
 * @param code short unique code
 * @param name legal name
 * @param currency ISO 4217 code of the bookkeeping currency
 * @param country ISO 3166 alpha-2
 * @param locale language of documents
 * @param zone business time zone
 * @param chart localization id, for example {@code cn} or {@code generic}
 */
public record Company(long id, String code, String name, String currency, String country, Locale locale, ZoneId zone,
        String chart) {
}
