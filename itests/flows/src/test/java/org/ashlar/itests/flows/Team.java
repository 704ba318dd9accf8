package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Tenant;

/** People of a company who order, approve and substitute, over REST. */
final class Team {

    private final Tenant tenant;
    private final Api admin;
    final Api buyer;
    final Api head;
    final Api anna;
    final Api ben;
    final Api sub;
    final Api boss;
    private final long vendor;
    private final long product;

    Team(Tenant tenant) {
        this.tenant = tenant;
        admin = tenant.admin();
        admin.post("/platform/roles", "{'code':'test.finance','title':'Finance','grants':'purchasing.order.read'}").expect(201);
        long manager = user("head", "purchasing.manager", null);
        head = token(manager);
        buyer = token(user("buyer", "purchasing.manager", manager));
        anna = token(user("anna", "test.finance", null));
        ben = token(user("ben", "test.finance", null));
        sub = token(user("sub", "purchasing.viewer", null));
        boss = token(user("boss", "purchasing.viewer", null));
        vendor = admin.post("/masters/parties", "{'name':'Vendor','vendor':true}").expect(201).id();
        product = admin.post("/masters/products", "{'code':'W-1','name':'Piece','kind':'GOODS','unit':'EA','standardCost':'8'}")
                .expect(201).id();
    }

    long user(String login, String role, Long manager) {
        return admin.post("/platform/users", "{'login':'" + login + "','name':'" + login + "','locale':'en','email':'" + login
                + "@example.com','manager':" + manager + ",'roles':[{'role':'" + role + "','company':" + tenant.id()
                + "},{'role':'platform.user','company':" + tenant.id() + "}]}").expect(201).id();
    }

    Api token(long user) {
        return tenant.instance().anonymous().token(admin.post("/platform/users/" + user + "/createToken", "{'name':'test'}")
                .expect(200).json().path("result").path("token").asText());
    }

    /** Over 50,000: department head, then finance, both of two. */
    void policy() {
        admin.post("/platform/approval-policies", "{'code':'po50','title':'Orders over 50,000','model':'purchasing.order',"
                + "'action':'confirm','toState':'CONFIRMED','condition':'netAmount=gt=50000','increaseFields':'netAmount',"
                + "'changeFields':'party','steps':[{'code':'head','title':'Department head','approverKind':'MANAGER',"
                + "'timeoutHours':48,'escalateKind':'USER','escalateTo':'boss'},{'code':'finance','title':'Finance',"
                + "'approverKind':'ROLE','approver':'test.finance','mode':'ALL'}]}").expect(201);
    }

    /** An order of the buyer with that net amount. */
    long order(int amount) {
        return order(buyer, amount);
    }

    long order(Api who, int amount) {
        return who.post("/purchasing/orders", "{'party':" + vendor + ",'lines':[{'product':" + product
                + ",'quantity':1,'unitPrice':" + amount + "}]}").expect(201).id();
    }

    /** Asks for confirmation and returns the request that stands for it. */
    long ask(long order) {
        Answer answer = buyer.post("/purchasing/orders/" + order + "/confirm", "{}").expect(202);
        return answer.json().path("result").path("id").asLong();
    }

    String state(long order) {
        return admin.get("/purchasing/orders/" + order + "?fields=state").expect(200).json().path("state").asText();
    }

    /** Changes the price of an order's only line. */
    Answer price(long order, int amount) {
        JsonNode now = buyer.get("/purchasing/orders/" + order).expect(200).json();
        return buyer.patch("/purchasing/orders/" + order, now.path("version").asLong(), "{'lines':[{'id':"
                + now.path("lines").get(0).path("id").asLong() + ",'unitPrice':" + amount + "}]}");
    }

    static Answer decide(Api who, long request, String verb, String body) {
        return who.post("/platform/approvals/" + request + "/" + verb, body);
    }

    static Answer approve(Api who, long request) {
        return decide(who, request, "approve", "{}");
    }
}
