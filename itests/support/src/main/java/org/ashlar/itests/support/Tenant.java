package org.ashlar.itests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A company with users in a running suite.
 *
 * @param instance the suite
 * @param code company code
 * @param id company id
 * @param admin its administrator
 */
public record Tenant(Instance instance, String code, long id, Api admin) {

    /** Creates a company through the console. */
    public static Tenant create(Instance instance, String code, String options) {
        JsonNode made = json(instance.console("ashlar:company-add " + options + " --json " + code + " \"" + code + "\""));
        return new Tenant(instance, code, made.get(0).path("id").asLong(),
                instance.anonymous().token(token(instance, code, "admin")));
    }

    /** A bookkeeping company in US dollars with the generic chart. */
    public static Tenant dollars(Instance instance, String code) {
        return create(instance, code, "--currency USD --country US --locale en --zone America/New_York --chart generic");
    }

    /** A company in China with the chart of 企业会计准则. */
    public static Tenant renminbi(Instance instance, String code) {
        return create(instance, code, "--currency CNY --country CN --locale zh-CN --zone Asia/Shanghai --chart cn");
    }

    /** A user of this company with one role. */
    public Api user(String login, String role) {
        instance.console("ashlar:user-add --company " + code + " --role " + role + " --password correct-horse-battery "
                + login);
        return instance.anonymous().token(token(instance, code, login));
    }

    /** A user that is there already, with a token for this company. */
    public Api signedIn(String login) {
        return instance.anonymous().token(token(instance, code, login));
    }

    private static String token(Instance instance, String company, String login) {
        return json(instance.console("ashlar:token-create --company " + company + " --json " + login)).path("token").asText();
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
