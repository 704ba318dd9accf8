package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People whom others recognise: an OpenID Connect provider and an LDAP directory, both started here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuthoritiesFlow {
    static final String PASSWORD = "kolibri-tanzt-neun";
    static final String OFFICE = "10.1.2.3";
    private final Databases database;
    Instance suite;
    Tenant company;
    Api admin;
    String name;

    AuthoritiesFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void start() {
        suite = Suites.on(database);
        company = Tenant.dollars(suite, "SIGN");
        admin = company.admin();
        name = "s" + Long.toString(System.nanoTime(), 36) + ".";
    }

    @Test
    void aProviderIsBelievedOnlyIfEverythingFits() throws Exception {
        try (OidcProvider provider = new OidcProvider()) {
            String code = "p" + Long.toString(System.nanoTime(), 36);
            long id = admin.post("/platform/identity-providers", Api.JSON.createObjectNode().put("code", code).put("title", "Corp")
                    .put("issuer", provider.issuer()).put("clientId", OidcProvider.CLIENT).put("autoCreate", true)
                    .put("role", "platform.user").put("allowedDomains", "example.org")).expect(201).id();
            admin.post("/platform/identity-providers/" + id + "/setSecret", Api.JSON.createObjectNode()
                    .put("secret", OidcProvider.SECRET)).expect(200);
            assertThat(admin.get("/platform/identity-providers/" + id).text()).doesNotContain("s3cret", "sealed");
            assertThat(suite.anonymous().get("/session/ways").expect(200).text()).contains("/session/oidc/" + code + "/start");

            provider.person("1", name + "oda", "oda@example.org");
            Browser desk = browser();
            Answer arrived = oidc(desk, code);
            assertThat(arrived.expect(303).header("Location")).isEqualTo("/finance?x=1");
            assertThat(desk.get("/session").expect(200).json().path("user").path("login").asText()).isEqualTo(name + "oda");
            provider.person("1", name + "renamed", "oda@example.org");
            oidc(desk, code).expect(303);
            assertThat(desk.get("/session").json().path("user").path("login").asText()).isEqualTo(name + "oda");

            for (OidcProvider.Lie lie : OidcProvider.Lie.values()) {
                if (lie != OidcProvider.Lie.NONE) {
                    provider.lie(lie);
                    assertThat(oidc(browser(), code).expect(401).code()).as(lie.name()).isEqualTo("platform.oidc.refused");
                }
            }
            provider.lie(OidcProvider.Lie.NONE);

            Browser once = browser();
            String back = OidcProvider.agree(once.get("/session/oidc/" + code + "/start").expect(303).header("Location"));
            Browser copy = new Browser(once);
            assertThat(browser().get(back).expect(401).code()).isEqualTo("platform.oidc.state");
            once.get(back).expect(303);
            assertThat(copy.get(back).expect(401).code()).isEqualTo("platform.oidc.state");
            assertThat(once.get("/session/oidc/" + code + "/callback?state=x&code=y").expect(401).code()).isEqualTo("platform.oidc.state");

            assertThat(suite.anonymous().with("Accept", "text/html").get("/session/oidc/" + code + "/callback?state=x&code=y").expect(303)
                    .header("Location")).isEqualTo("/?signInProblem=platform.oidc.state");

            provider.person("2", name + "per", "per@elsewhere.example");
            assertThat(oidc(browser(), code).expect(401).code()).isEqualTo("platform.oidc.domain");
            provider.person("3", "admin", "mallory@example.org");
            assertThat(oidc(browser(), code).expect(401).code()).isEqualTo("platform.oidc.exists");
            assertThat(admin.get("/platform/sign-ins?filter=method==oidc:" + code + "&limit=50").text()).contains("platform.oidc.refused",
                    "platform.oidc.state", "\"OK\"");
        }
    }

    @Test
    void aDirectoryChecksPasswordsAndGivesRoles() throws Exception {
        LdapServer server = new LdapServer();
        String uma = name + "uma";
        String vic = name + "vic";
        server.person(uma, "ldap-password-of-uma");
        server.person(vic, "ldap-password-of-vic");
        server.group("monitors", uma);
        String code = "d" + Long.toString(System.nanoTime(), 36);
        ObjectNode directory = Api.JSON.createObjectNode().put("code", code).put("title", "Directory").put("host", "localhost")
                .put("port", server.ldaps()).put("transport", "LDAPS").put("certificate", server.certificate())
                .put("bindDn", LdapServer.SEARCH).put("baseDn", "ou=people," + LdapServer.BASE)
                .put("groupBaseDn", "ou=groups," + LdapServer.BASE).put("groupFilter", "(member={dn})").put("autoCreate", true)
                .put("role", "platform.user");
        directory.putArray("roles").addObject().put("group", "monitors").put("role", "platform.monitor");
        assertThat(admin.post("/platform/directories", directory.deepCopy().put("transport", "PLAIN").put("host", "ldap.example.org"))
                .code()).isEqualTo("platform.ldap.plain");
        long id = admin.post("/platform/directories", directory).expect(201).id();
        assertThat(admin.post("/platform/directories/" + id + "/test", "{}").code()).isEqualTo("platform.ldap.test");
        admin.post("/platform/directories/" + id + "/setSecret", "{'secret':'" + LdapServer.SEARCH_PASSWORD + "'}").expect(200);
        admin.post("/platform/directories/" + id + "/test", "{}").expect(200);
        try {
            assertThat(rolesOf(browser().signIn(uma, "ldap-password-of-uma").expect(200), uma))
                    .containsExactlyInAnyOrder("platform.user", "platform.monitor");
            browser().signIn(uma, "wrong").expect(401);
            browser().signIn(uma, "").expect(401);
            browser().signIn(vic, "").expect(401);
            browser().signIn("*", "ldap-password-of-uma").expect(401);
            admin.patch("/platform/directories/" + id, version("/platform/directories/" + id), "{'transport':'STARTTLS','port':"
                    + server.ldap() + "}").expect(200);
            server.dissolve("monitors");
            assertThat(rolesOf(browser().signIn(uma, "ldap-password-of-uma").expect(200), uma)).containsExactly("platform.user");
            admin.patch("/platform/directories/" + id, version("/platform/directories/" + id), "{'certificate':null}").expect(200);
            assertThat(browser().signIn(vic, "ldap-password-of-vic").expect(503).code()).isEqualTo("platform.ldap.away");
            server.stop();
            assertThat(browser().signIn(uma, "ldap-password-of-uma").expect(503).code()).isEqualTo("platform.ldap.away");
            browser().signIn(user("wim", "platform.user"), PASSWORD).expect(200);
        } finally {
            server.close();
            admin.delete("/platform/directories/" + id, version("/platform/directories/" + id)).expect(204);
        }
    }

    private Answer oidc(Browser browser, String code) {
        String location = browser.get("/session/oidc/" + code + "/start?target=/finance?x=1").expect(303).header("Location");
        return browser.get(OidcProvider.agree(location));
    }

    private List<String> rolesOf(Answer signedIn, String login) {
        JsonNode user = admin.get("/platform/users?fields=login,roles.role&filter=login==" + login).expect(200).json().path("rows").get(0);
        return user.path("roles").findValuesAsText("role");
    }

    Browser browser() {
        return new Browser(suite.anonymous(), OFFICE);
    }

    String user(String login, String role) {
        suite.console("ashlar:user-add --company " + company.code() + " --role " + role + " --password " + PASSWORD + " " + name
                + login);
        return name + login;
    }

    long version(String path) {
        return admin.get(path).expect(200).json().path("version").asLong();
    }
}
