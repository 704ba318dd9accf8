package org.ashlar.platform.access;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Who is calling, for which company.
 *
 * @param userId user record id; 0 for the system itself
 * @param login login name
 * @param companyId current company, 0 if none is chosen
 * @param companies companies that the user may switch to
 * @param grants permissions; {@code sales.order.confirm}, or with a trailing {@code *}
 * @param locale language for messages
 * @param zone time zone for dates shown to the user
 * @param channel way in
 * @param address remote address, {@code null} inside the suite
 */
public record Caller(long userId, String login, long companyId, Set<Long> companies, Set<String> grants, Locale locale,
        ZoneId zone, Channel channel, String address) {
}
