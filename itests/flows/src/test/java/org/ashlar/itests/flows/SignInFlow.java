package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Authenticator;
import org.ashlar.itests.support.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How people and programs sign in, and who is kept out. */
abstract class SignInFlow extends AuthoritiesFlow {
    SignInFlow(Databases database) {
        super(database);
    }

    @AfterAll
    void restore() {
        policy("{'sessionPace':6000,'lockAfter':10,'minLength':10}");
    }

    @Test
    void sessionsRotateAreListedAndEnd() {
        String ann = user("ann", "platform.user");
        Browser desk = browser();
        Answer first = desk.signIn(ann, PASSWORD).expect(200);
        assertThat(first.json().path("step").isNull()).isTrue();
        assertThat(first.header("Set-Cookie")).startsWith("ashlar_session=").contains("HttpOnly", "SameSite=Lax", "Max-Age=43200")
                .doesNotContain("Secure");
        Browser planted = new Browser(desk);
        desk.signIn(ann, PASSWORD).expect(200);
        assertThat(desk.cookie()).hasSize(43).isNotEqualTo(planted.cookie());
        planted.get("/session").expect(401);
        Browser phone = browser();
        phone.signIn(ann, PASSWORD).expect(200);
        JsonNode mine = desk.get("/session/mine").expect(200).json();
        assertThat(mine).hasSize(2);
        JsonNode other = mine.get(0).path("current").asBoolean() ? mine.get(1) : mine.get(0);
        assertThat(other.path("device").asText()).isEqualTo("Flow/1.0");
        assertThat(other.path("address").asText()).isEqualTo(OFFICE);
        desk.delete("/session/mine/" + other.path("id").asLong()).expect(204);
        phone.get("/session").expect(401);
        phone.signIn(ann, PASSWORD).expect(200);
        assertThat(desk.delete("/session/mine").expect(200).json().path("ended").asInt()).isEqualTo(1);
        phone.get("/session").expect(401);
        JsonNode record = admin.get("/platform/sessions?filter=address==" + OFFICE + "&sort=-id").expect(200).json().path("rows").get(0);
        admin.delete("/platform/sessions/" + record.path("id").asLong(), 0).expect(204);
        desk.get("/session").expect(401);
        desk.signIn(ann, PASSWORD).expect(200);
        assertThat(suite.console("ashlar:session-list " + ann)).contains(OFFICE, "Flow/1.0");
        suite.console("ashlar:session-revoke " + ann);
        desk.get("/session").expect(401);
    }

    @Test
    void overHttpsBehindATrustedProxyTheCookieIsBoundToTheHost() {
        String bob = user("bob", "platform.user");
        Api proxy = suite.anonymous().with("X-Forwarded-Proto", "https").with("X-Forwarded-For", OFFICE);
        Answer answer = proxy.post("/session", credentials(bob, PASSWORD)).expect(200);
        assertThat(answer.header("Set-Cookie")).startsWith("__Host-ashlar_session=").contains("; Secure", "Path=/;");
        assertThat(answer.header("Strict-Transport-Security")).isNotNull();
        String cookie = answer.header("Set-Cookie").split(";")[0];
        assertThat(proxy.with("Cookie", cookie).send("DELETE", "/session", null).code()).isEqualTo("platform.access.csrf");
        assertThat(proxy.with("Cookie", cookie).with("Origin", "https://evil.example")
                .with("X-Ashlar-CSRF", answer.json().path("csrf").asText()).send("DELETE", "/session", null).code())
                .isEqualTo("platform.access.origin");
    }

    @Test
    void passwordsAreStrongNewAndEndOtherSessions() {
        String cid = user("cid", "platform.user");
        Browser desk = browser();
        desk.signIn(cid, PASSWORD).expect(200);
        Browser phone = browser();
        phone.signIn(cid, PASSWORD).expect(200);
        assertThat(change(desk, "wrong", "another-good-one").code()).isEqualTo("platform.password.wrong");
        assertThat(change(desk, PASSWORD, "P@ssw0rd2026!").code()).isEqualTo("platform.password.common");
        assertThat(change(desk, PASSWORD, "short").code()).isEqualTo("platform.password.short");
        assertThat(change(desk, PASSWORD, PASSWORD).code()).isEqualTo("platform.password.used");
        String before = desk.cookie();
        change(desk, PASSWORD, "zweite-nacht-im-zelt").expect(200);
        assertThat(desk.cookie()).isNotEqualTo(before);
        desk.get("/session").expect(200);
        phone.get("/session").expect(401);
        assertThat(change(desk, "zweite-nacht-im-zelt", PASSWORD).code()).isEqualTo("platform.password.used");
        policy("{'minLength':24}");
        Answer refused = change(desk, "zweite-nacht-im-zelt", "dritte-nacht-im-zelt").expect(422);
        assertThat(refused.text()).contains("24");
        policy("{'minLength':10}");
        assertThat(admin.patch("/platform/sign-in-policies/1", version("/platform/sign-in-policies/1"), "{'minLength':4}").code())
                .isEqualTo("platform.signInPolicy.range");
    }

    @Test
    void aSetUpLinkLetsItsOwnerChooseThePasswordOnce() {
        String login = (name + "linus").toLowerCase(java.util.Locale.ROOT);
        JsonNode fay = admin.post("/platform/users", "{'login':'" + login + "','name':'Fay','roles':[{'role':'platform.user'}]}")
                .expect(201).json();
        String action = "/platform/users/" + fay.path("id").asLong() + "/createSetUpLink";
        String old = token(admin.post(action, "{}"));
        String token = token(admin.post(action, "{}"));
        Api nobody = suite.anonymous();
        assertThat(nobody.post("/session/welcome/check", "{'token':'" + old + "'}").expect(403).code())
                .isEqualTo("platform.setUpLink.void");
        assertThat(nobody.post("/session/welcome/check", "{'token':'" + token + "'}").expect(200).json().path("login").asText())
                .isEqualTo(login);
        JsonNode state = admin.get("/access/users/" + fay.path("id").asLong() + "/account").expect(200).json();
        assertThat(state.path("password").asBoolean()).isFalse();
        assertThat(state.path("linkExpires").isNull()).isFalse();
        assertThat(nobody.post("/session/welcome", "{'token':'" + token + "','password':'short'}").expect(422).code())
                .isEqualTo("platform.password.short");
        nobody.post("/session/welcome", "{'token':'" + token + "','password':'" + PASSWORD + "'}").expect(200);
        browser().signIn(login, PASSWORD).expect(200);
        nobody.post("/session/welcome", "{'token':'" + token + "','password':'another-good-one'}").expect(403);
        assertThat(admin.get("/platform/users/" + fay.path("id").asLong() + "/audit").expect(200).text()).doesNotContain(token);
        assertThat(admin.get("/access/users/" + fay.path("id").asLong() + "/account").expect(200).json().path("password").asBoolean())
                .isTrue();
    }

    private static String token(Answer made) {
        return made.expect(200).json().path("result").path("path").asText().split("#")[1];
    }

    @Test
    void wrongPasswordsLockForLongerEachTimeAndAreWrittenDown() {
        String dan = user("dan", "platform.user");
        policy("{'lockAfter':3}");
        Browser thief = new Browser(suite.anonymous(), "203.0.113.7");
        for (int i = 0; i < 3; i++) {
            assertThat(thief.signIn(dan, "guess-number-" + i).expect(401).code()).isEqualTo("platform.session.wrong");
        }
        Answer locked = thief.signIn(dan, PASSWORD).expect(429);
        assertThat(locked.code()).isEqualTo("platform.session.locked");
        assertThat(locked.text()).contains("15");
        assertThat(thief.signIn(name + "nobody", "").expect(401).code()).isEqualTo("platform.session.wrong");
        JsonNode log = admin.get("/platform/sign-ins?filter=login==" + dan).expect(200).json().path("rows");
        assertThat(log.findValuesAsText("outcome")).containsExactly("REFUSED", "LOCKED", "WRONG", "WRONG", "WRONG");
        assertThat(log.findValuesAsText("address")).containsOnly("203.0.113.7");
        suite.console("ashlar:user-unlock " + dan);
        thief.signIn(dan, PASSWORD).expect(200);
        policy("{'lockAfter':10}");
    }

    @Test
    void aSecondStepIsSetUpAskedAndCountsOnce() {
        String eve = user("eve", "platform.user");
        Browser desk = browser();
        desk.signIn(eve, PASSWORD).expect(200);
        assertThat(desk.post("/session/totp/enrol", "{'password':'wrong'}").code()).isEqualTo("platform.password.wrong");
        JsonNode made = desk.post("/session/totp/enrol", "{'password':'" + PASSWORD + "'}").expect(200).json();
        String secret = made.path("secret").asText();
        assertThat(made.path("uri").asText()).startsWith("otpauth://totp/Ashlar:");
        assertThat(made.path("svg").asText()).startsWith("<svg");
        desk.post("/session/totp/confirm", "{'code':'000000x'}").expect(422);
        JsonNode codes = desk.post("/session/totp/confirm", code(secret, -1)).expect(200).json().path("recoveryCodes");
        assertThat(codes).hasSize(10);

        Browser phone = browser();
        Answer half = phone.signIn(eve, PASSWORD).expect(200);
        assertThat(half.json().path("step").asText()).isEqualTo("totp");
        assertThat(half.json().path("user").isNull()).isTrue();
        phone.get("/boot").expect(401);
        phone.get("/platform/users").expect(401);
        phone.get("/session/mine").expect(401);
        phone.post("/session/totp/enrol", "{}").expect(401);
        assertThat(phone.get("/session").expect(200).json().path("step").asText()).isEqualTo("totp");
        Browser thief = new Browser(phone);
        assertThat(phone.post("/session/totp", "{'code':'000000'}").expect(401).code()).isEqualTo("platform.totp.wrong");
        String before = phone.cookie();
        assertThat(phone.post("/session/totp", code(secret, 0)).expect(200).json().path("user").path("login").asText()).isEqualTo(eve);
        assertThat(phone.cookie()).isNotEqualTo(before);
        phone.get("/boot").expect(200);
        thief.get("/session").expect(401);

        Browser replay = browser();
        replay.signIn(eve, PASSWORD).expect(200);
        assertThat(replay.post("/session/totp", code(secret, 0)).expect(401).code()).isEqualTo("platform.totp.wrong");
        String recovery = "{'recovery':'" + codes.get(0).asText() + "'}";
        replay.post("/session/totp", recovery).expect(200);
        Browser again = browser();
        again.signIn(eve, PASSWORD).expect(200);
        again.post("/session/totp", recovery).expect(401);
        assertThat(again.post("/session", Api.JSON.createObjectNode().put("login", eve).put("password", PASSWORD).put("code",
                code(secret, 1).path("code").asText())).expect(200).json().path("step").isNull()).isTrue();
        assertThat(again.get("/session/totp").expect(200).json().path("recoveryCodesLeft").asInt()).isEqualTo(9);
        suite.console("ashlar:totp-reset " + eve);
        again.get("/session").expect(401);
        assertThat(again.signIn(eve, PASSWORD).expect(200).json().path("step").isNull()).isTrue();
    }

    @Test
    void aRoleCanDemandASecondStep() {
        String fay = user("fay", "platform.monitor");
        long rule = admin.post("/platform/sign-in-rules", "{'name':'" + name + "totp','role':'platform.monitor','demandsTotp':true}")
                .expect(201).id();
        Browser desk = browser();
        assertThat(desk.signIn(fay, PASSWORD).expect(200).json().path("step").asText()).isEqualTo("totpEnrol");
        desk.get("/boot").expect(401);
        String secret = desk.post("/session/totp/enrol", "{}").expect(200).json().path("secret").asText();
        Answer done = desk.post("/session/totp/confirm", code(secret, 0)).expect(200);
        assertThat(done.json().path("recoveryCodes")).hasSize(10);
        assertThat(done.json().path("session").path("user").path("login").asText()).isEqualTo(fay);
        desk.get("/boot").expect(200);
        assertThat(desk.post("/session/totp/remove", code(secret, 1)).code()).isEqualTo("platform.totp.demanded");
        admin.delete("/platform/sign-in-rules/" + rule, 0).expect(204);
    }

    @Test
    void tokensAreBoundToWhatTheUserMayAndEnd() {
        String gus = user("gus", "platform.user");
        long id = admin.get("/platform/users?filter=login==" + gus).json().path("rows").get(0).path("id").asLong();
        assertThat(admin.post("/platform/users/" + id + "/createToken", "{'name':'x','scopes':'finance.entry.read'}").code())
                .isEqualTo("platform.token.scope");
        assertThat(admin.post("/platform/users/" + id + "/createToken", "{'name':'x','expires':'2020-01-01'}").code())
                .isEqualTo("platform.token.expires");
        JsonNode made = admin.post("/platform/users/" + id + "/createToken", "{'name':'x','scopes':'platform.company.read'}")
                .expect(200).json();
        JsonNode token = made.has("result") ? made.path("result") : made;
        Api program = suite.anonymous().token(token.path("token").asText());
        program.get("/platform/companies").expect(200);
        program.get("/platform/users").expect(403);
        admin.delete("/platform/api-tokens/" + token.path("id").asLong(), 0).expect(204);
        program.get("/platform/companies").expect(401);
    }

    @Test
    void rulesSayFromWhereSomebodyMayCome() {
        String hal = user("hal", "platform.user");
        long id = admin.get("/platform/users?filter=login==" + hal).json().path("rows").get(0).path("id").asLong();
        assertThat(admin.post("/platform/sign-in-rules", "{'name':'" + name + "bad','networks':'intranet'}").code())
                .isEqualTo("platform.signInRule.network");
        assertThat(admin.post("/platform/sign-in-rules", "{'name':'" + name + "self','networks':'10.0.0.0/8'}").code())
                .isEqualTo("platform.signInRule.self");
        long rule = admin.post("/platform/sign-in-rules", "{'name':'" + name + "net','user':{'id':" + id
                + "},'networks':'10.0.0.0/8 2001:db8::/32'}").expect(201).id();
        browser().signIn(hal, PASSWORD).expect(200);
        assertThat(new Browser(suite.anonymous(), "203.0.113.9").signIn(hal, PASSWORD).expect(403).code())
                .isEqualTo("platform.access.network");
        new Browser(suite.anonymous(), "2001:db8::7").signIn(hal, PASSWORD).expect(200);
        new Browser(suite.anonymous(), "10.9.9.9, 203.0.113.9").signIn(hal, PASSWORD).expect(403);
        admin.delete("/platform/sign-in-rules/" + rule, 0).expect(204);
    }

    @Test
    void aFloodIsSlowedDownAndThisMachineIsNot() {
        String ida = user("ida", "platform.user");
        Browser desk = browser();
        desk.signIn(ida, PASSWORD).expect(200);
        policy("{'sessionPace':60}");
        Answer last = null;
        for (int i = 0; i < 70 && (last == null || last.status() == 200); i++) {
            last = desk.get("/session");
        }
        assertThat(last.expect(429).code()).isEqualTo("platform.access.pace");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
        for (int i = 0; i < 70; i++) {
            suite.anonymous().get("/health/live").expect(200);
        }
        policy("{'sessionPace':6000}");
    }

    @Test
    void anAdministratorOfOneCompanyDecidesNothingForAll() {
        Api own = company.user(name + "kay", "platform.admin");
        assertThat(own.patch("/platform/sign-in-policies/1", version("/platform/sign-in-policies/1"), "{'minLength':12}").expect(403)
                .code()).isEqualTo("platform.access.everywhere");
        assertThat(own.post("/platform/sign-in-rules", "{'name':'" + name + "kay'}").expect(403).code())
                .isEqualTo("platform.access.everywhere");
        assertThat(own.post("/platform/identity-providers", "{'code':'kay','title':'K','issuer':'https://kay.example','clientId':'k'}")
                .expect(403).code()).isEqualTo("platform.access.everything");
        Browser stranger = browser();
        stranger.signIn(name + "unknown", "guess-number-1").expect(401);
        assertThat(own.get("/platform/sign-ins?filter=login==" + name + "unknown").expect(200).json().path("rows")).isEmpty();
        assertThat(admin.get("/platform/sign-ins?filter=login==" + name + "unknown").expect(200).json().path("rows")).hasSize(1);
    }

    @Test
    void accountNumbersAreSealed() {
        Answer party = admin.post("/masters/parties", "{'code':'" + name + "P','name':'Sealed','kind':'ORGANISATION','bankAccounts':"
                + "[{'number':'6222020200012345678'}]}").expect(201);
        String path = "/masters/parties/" + party.id();
        JsonNode line = admin.get(path + "?fields=bankAccounts.number").json().path("bankAccounts").get(0);
        assertThat(line.path("number").asText()).isEqualTo("6222020200012345678");
        admin.patch(path, 0, "{'bankAccounts':[{'id':" + line.path("id").asLong() + ",'number':'6222020200099999999'}]}").expect(200);
        assertThat(admin.get(path + "/audit").expect(200).text()).contains("****5678", "****9999").doesNotContain("62220202");
        admin.get("/masters/parties?sort=bankAccounts.number").expect(400);
    }

    private Answer change(Browser browser, String current, String password) {
        return browser.post("/session/password", Api.JSON.createObjectNode().put("current", current).put("password", password));
    }

    private static ObjectNode credentials(String login, String password) {
        return Api.JSON.createObjectNode().put("login", login).put("password", password);
    }

    private void policy(String change) {
        admin.patch("/platform/sign-in-policies/1", version("/platform/sign-in-policies/1"), change).expect(200);
    }

    private static ObjectNode code(String secret, int steps) {
        return Api.JSON.createObjectNode().put("code", Authenticator.code(secret, steps));
    }
}
