package org.ashlar.masters.internal.demo;

import java.util.HashMap;
import java.util.Map;
import org.ashlar.masters.internal.model.AddressEntity;
import org.ashlar.masters.internal.model.AddressKind;
import org.ashlar.masters.internal.model.BankAccountEntity;
import org.ashlar.masters.internal.model.ContactEntity;
import org.ashlar.masters.internal.model.PartyEntity;
import org.ashlar.masters.internal.model.PartyKind;
import org.ashlar.platform.record.EntityStore;

/** Forty customers and vendors, Chinese and foreign, all invented. */
final class DemoParties {

    private final EntityStore store;

    DemoParties(EntityStore store) {
        this.store = store;
    }

    /** Inserts them; answers their ids by code. */
    Map<String, Long> load() {
        Map<String, PartyEntity> parties = new HashMap<>();
        for (DemoTable.Row row : DemoTable.rows("parties.tsv")) {
            PartyEntity party = party(row);
            address(party, row);
            contact(party, row);
            bankAccount(party, row);
            parties.put(party.getCode(), store.insert(party));
        }
        Map<String, Long> ids = new HashMap<>();
        parties.forEach((code, party) -> ids.put(code, party.getId()));
        return ids;
    }

    private static PartyEntity party(DemoTable.Row row) {
        PartyEntity party = new PartyEntity();
        party.setCode(row.text("code"));
        party.setName(row.text("name"));
        party.setLegalName(row.text("legalName"));
        party.setKind(PartyKind.valueOf(row.text("kind")));
        party.setTaxId(row.text("taxId"));
        party.setCountry(row.text("country"));
        party.setCustomer(row.text("roles").contains("C"));
        party.setVendor(row.text("roles").contains("V"));
        party.setCurrency(row.text("currency"));
        party.setPaymentTermDays(Integer.valueOf(row.text("termDays")));
        party.setCreditLimit(row.number("creditLimit"));
        party.setPhone(row.text("phone"));
        party.setEmail(row.text("email"));
        return party;
    }

    private static void address(PartyEntity party, DemoTable.Row row) {
        AddressKind[] kinds = party.isCustomer() && party.getKind() == PartyKind.ORGANISATION
                ? new AddressKind[] {AddressKind.INVOICE, AddressKind.DELIVERY} : new AddressKind[] {AddressKind.MAIN};
        for (AddressKind kind : kinds) {
            AddressEntity address = new AddressEntity();
            address.setKind(kind);
            address.setCountry(row.text("country"));
            address.setRegion(row.text("region"));
            address.setCity(row.text("city"));
            address.setPostalCode(row.text("postalCode"));
            address.setStreet(row.text("street"));
            party.add(address);
        }
    }

    private static void contact(PartyEntity party, DemoTable.Row row) {
        if (row.text("contact") != null) {
            ContactEntity contact = new ContactEntity();
            contact.setName(row.text("contact"));
            contact.setJobTitle(row.text("jobTitle"));
            contact.setEmail(row.text("email"));
            contact.setPhone(row.text("phone"));
            party.add(contact);
        }
    }

    private static void bankAccount(PartyEntity party, DemoTable.Row row) {
        if (row.text("account") != null) {
            BankAccountEntity account = new BankAccountEntity();
            account.setNumber(row.text("account"));
            account.setBankName(row.text("bank"));
            account.setHolder(row.text("legalName"));
            account.setCurrency(row.text("currency"));
            party.add(account);
        }
    }
}
