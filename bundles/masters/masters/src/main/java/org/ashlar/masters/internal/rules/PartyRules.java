package org.ashlar.masters.internal.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.CompanyPartyCache;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.cache.PartyCache;
import org.ashlar.masters.internal.domain.Ibans;
import org.ashlar.masters.internal.domain.Tree;
import org.ashlar.masters.internal.model.AddressEntity;
import org.ashlar.masters.internal.model.BankAccountEntity;
import org.ashlar.masters.internal.model.ContactEntity;
import org.ashlar.masters.internal.model.PartyEntity;
import org.ashlar.masters.internal.model.PartyKind;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.value.ChineseIds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of parties with their contacts, addresses and bank accounts. */
@Component(service = RecordRules.class)
@ForModel("masters.party")
public final class PartyRules implements RecordRules<PartyEntity> {

    private static final NumberSeries SERIES = NumberSeries.plain("masters.party", "P{seq:6}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int MAX_TERM_DAYS = 3_650;

    private final Access access;
    private final Companies companies;
    private final Numbering numbering;
    private final CodeCache codes;
    private final PartyCache cache;
    private final Parents parents;
    private final Usage usage;
    private final CompanyPartyCache companyParties;

    @Activate
    public PartyRules(@Reference Access access, @Reference Companies companies, @Reference Numbering numbering,
            @Reference CodeCache codes, @Reference PartyCache cache, @Reference Lookups lookups,
            @Reference Usage usage, @Reference CompanyPartyCache companyParties) {
        this.usage = usage;
        this.companyParties = companyParties;
        this.access = access;
        this.companies = companies;
        this.numbering = numbering;
        this.codes = codes;
        this.cache = cache;
        this.parents = new Parents(lookups, "masters_party");
    }

    @Override
    public void beforeInsert(PartyEntity party) {
        party.setCode(Findings.trimmed(party.getCode()));
        if (party.getCode() == null) {
            party.setCode(numbering.next(SERIES, access.today()));
        }
        validate(party);
    }

    @Override
    public void beforeUpdate(PartyEntity party, Set<String> changed) {
        cache.changed(party.getId());
        party.setCode(Findings.trimmed(party.getCode()));
        validate(party);
    }

    @Override
    public void beforeDelete(PartyEntity party) {
        usage.refuseIfUsed("masters.party", party.getId());
        cache.changed(party.getId());
    }

    private void validate(PartyEntity party) {
        Findings findings = new Findings();
        party.setName(Findings.trimmed(party.getName()));
        findings.require(party.getCode() != null, "code", "masters.value.missing");
        findings.require(party.getName() != null, "name", "masters.value.missing");
        findings.require(party.getCountry() == null || codes.country(party.getCountry()), "country",
                "masters.country.unknown", party.getCountry());
        findings.require(party.getCurrency() == null || codes.currency(party.getCurrency()), "currency",
                "masters.currency.unknown", party.getCurrency());
        findings.notNegative(party.getCreditLimit(), "creditLimit");
        Integer days = party.getPaymentTermDays();
        findings.require(days == null || days >= 0 && days <= MAX_TERM_DAYS, "paymentTermDays", "masters.party.termDays",
                MAX_TERM_DAYS);
        email(party.getEmail(), "email", findings);
        taxId(party, findings);
        findings.require(!Tree.closesCircle(party.getId(), party.getParent(), parents::of), "parent",
                "masters.parent.circle");
        partnerCompany(party, findings);
        contacts(party.getContacts(), findings);
        addresses(party, findings);
        bankAccounts(party.getBankAccounts(), findings);
        findings.check();
    }

    /** A company is no partner of itself, and one party stands for it: intercompany documents find each other by that. */
    private void partnerCompany(PartyEntity party, Findings findings) {
        Long partner = party.getPartnerCompany();
        if (partner == null) {
            return;
        }
        long own = access.caller().companyId();
        findings.require(partner != own, "partnerCompany", "masters.party.ownCompany");
        findings.require(companyParties.companies(own).entrySet().stream()
                .noneMatch(e -> e.getValue().equals(partner) && !e.getKey().equals(party.getId())), "partnerCompany",
                "masters.party.companyTaken");
    }

    private void email(String email, String field, Findings findings) {
        findings.require(email == null || EMAIL.matcher(email).matches(), field, "masters.email.invalid", email);
    }

    private void taxId(PartyEntity party, Findings findings) {
        String taxId = Findings.trimmed(party.getTaxId());
        if (taxId != null && "CN".equals(party.getCountry())) {
            taxId = taxId.toUpperCase(Locale.ROOT);
            if (party.getKind() == PartyKind.PERSON) {
                findings.require(ChineseIds.citizenNumber(taxId) || ChineseIds.creditCode(taxId), "taxId",
                        "masters.party.citizenNumber", taxId);
            } else {
                findings.require(ChineseIds.creditCode(taxId), "taxId", "masters.party.creditCode", taxId);
            }
        }
        party.setTaxId(taxId);
    }

    private void contacts(List<ContactEntity> contacts, Findings findings) {
        for (int i = 0; i < contacts.size(); i++) {
            ContactEntity contact = contacts.get(i);
            contact.setPosition(i + 1);
            contact.setName(Findings.trimmed(contact.getName()));
            findings.require(contact.getName() != null, "contacts[" + i + "].name", "masters.value.missing");
            email(contact.getEmail(), "contacts[" + i + "].email", findings);
        }
    }

    private void addresses(PartyEntity party, Findings findings) {
        List<AddressEntity> addresses = party.getAddresses();
        for (int i = 0; i < addresses.size(); i++) {
            AddressEntity address = addresses.get(i);
            address.setPosition(i + 1);
            if (address.getCountry() == null) {
                address.setCountry(party.getCountry() == null ? companies.get(access.caller().companyId()).country()
                        : party.getCountry());
            }
            findings.require(codes.country(address.getCountry()), "addresses[" + i + "].country",
                    "masters.country.unknown", address.getCountry());
        }
    }

    private void bankAccounts(List<BankAccountEntity> accounts, Findings findings) {
        for (int i = 0; i < accounts.size(); i++) {
            BankAccountEntity account = accounts.get(i);
            account.setPosition(i + 1);
            String number = Findings.trimmed(account.getNumber());
            findings.require(number != null, "bankAccounts[" + i + "].number", "masters.value.missing");
            if (number != null && Ibans.looksLike(Ibans.compact(number))) {
                number = Ibans.compact(number);
                findings.require(Ibans.valid(number), "bankAccounts[" + i + "].number", "masters.bankAccount.iban", number);
            }
            account.setNumber(number);
            findings.require(account.getCurrency() == null || codes.currency(account.getCurrency()),
                    "bankAccounts[" + i + "].currency", "masters.currency.unknown", account.getCurrency());
        }
    }
}
