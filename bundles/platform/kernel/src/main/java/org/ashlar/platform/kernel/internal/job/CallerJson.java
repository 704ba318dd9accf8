package org.ashlar.platform.kernel.internal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;

/**
 * Who asked for a job, as it is kept with the job: it runs with the grants that the user had then, without an address.
 */
final class CallerJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CallerJson() {
    }

    static String write(Caller caller) {
        try {
            return MAPPER.writeValueAsString(new Kept(caller.userId(), caller.login(), caller.companyId(),
                    caller.companies(), caller.grants(), caller.locale().toLanguageTag(), caller.zone().getId()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Caller read(String json) {
        try {
            Kept kept = MAPPER.readValue(json, Kept.class);
            return new Caller(kept.userId(), kept.login(), kept.companyId(), kept.companies(), kept.grants(),
                    Locale.forLanguageTag(kept.locale()), ZoneId.of(kept.zone()), Channel.JOB, null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private record Kept(long userId, String login, long companyId, Set<Long> companies, Set<String> grants, String locale,
            String zone) {
    }
}
