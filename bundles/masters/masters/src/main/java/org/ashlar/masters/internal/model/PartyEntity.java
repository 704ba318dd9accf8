package org.ashlar.masters.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A business partner. */
@Entity
@Table(name = "masters_party")
@Model(value = "masters.party", collection = "parties", label = "name", search = {"code", "name", "legalName"},
        sort = "code", naturalKey = "code", portal = "id")
public class PartyEntity extends BaseEntity {

    @Field(defaulted = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "legal_name", nullable = true, length = 255)
    private String legalName;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private PartyKind kind = PartyKind.ORGANISATION;

    @Column(name = "tax_id", nullable = true, length = 64)
    private String taxId;

    @Column(name = "country", nullable = true, length = 2)
    private String country;

    @Column(name = "customer", nullable = false)
    private boolean customer;

    @Column(name = "vendor", nullable = false)
    private boolean vendor;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Column(name = "currency", nullable = true, length = 3)
    private String currency;

    @Column(name = "payment_term_days", nullable = true)
    private Integer paymentTermDays;

    @Field(currency = "currency")
    @Column(name = "credit_limit", nullable = true, precision = 19, scale = 4)
    private BigDecimal creditLimit;

    @Ref("masters.priceList")
    @Column(name = "price_list_id", nullable = true)
    private Long priceList;

    @Ref("masters.party")
    @Column(name = "parent_id", nullable = true)
    private Long parent;

    /** The company of this installation that this party is; at most one party stands for a company. */
    @Ref("platform.company")
    @Column(name = "partner_company_id", nullable = true)
    private Long partnerCompany;

    @Column(name = "email", nullable = true, length = 255)
    private String email;

    @Column(name = "phone", nullable = true, length = 64)
    private String phone;

    @Column(name = "website", nullable = true, length = 255)
    private String website;

    @Column(name = "note", nullable = true, length = 4000)
    private String note;

    @Lines("masters.contact")
    @OneToMany(mappedBy = "party", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ContactEntity> contacts = new ArrayList<>();

    @Lines("masters.address")
    @OneToMany(mappedBy = "party", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AddressEntity> addresses = new ArrayList<>();

    @Lines("masters.bankAccount")
    @OneToMany(mappedBy = "party", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<BankAccountEntity> bankAccounts = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLegalName() {
        return legalName;
    }

    public void setLegalName(String legalName) {
        this.legalName = legalName;
    }

    public PartyKind getKind() {
        return kind;
    }

    public void setKind(PartyKind kind) {
        this.kind = kind;
    }

    public String getTaxId() {
        return taxId;
    }

    public void setTaxId(String taxId) {
        this.taxId = taxId;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public boolean isCustomer() {
        return customer;
    }

    public void setCustomer(boolean customer) {
        this.customer = customer;
    }

    public boolean isVendor() {
        return vendor;
    }

    public void setVendor(boolean vendor) {
        this.vendor = vendor;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public Integer getPaymentTermDays() {
        return paymentTermDays;
    }

    public void setPaymentTermDays(Integer paymentTermDays) {
        this.paymentTermDays = paymentTermDays;
    }

    public BigDecimal getCreditLimit() {
        return creditLimit;
    }

    public void setCreditLimit(BigDecimal creditLimit) {
        this.creditLimit = creditLimit;
    }

    public Long getPriceList() {
        return priceList;
    }

    public void setPriceList(Long priceList) {
        this.priceList = priceList;
    }

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public Long getPartnerCompany() {
        return partnerCompany;
    }

    public void setPartnerCompany(Long partnerCompany) {
        this.partnerCompany = partnerCompany;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public List<ContactEntity> getContacts() {
        return contacts;
    }

    /** Adds a line at the end. */
    public void add(ContactEntity line) {
        line.setParty(this);
        line.setPosition(contacts.size() + 1);
        contacts.add(line);
    }

    public List<AddressEntity> getAddresses() {
        return addresses;
    }

    /** Adds a line at the end. */
    public void add(AddressEntity line) {
        line.setParty(this);
        line.setPosition(addresses.size() + 1);
        addresses.add(line);
    }

    public List<BankAccountEntity> getBankAccounts() {
        return bankAccounts;
    }

    /** Adds a line at the end. */
    public void add(BankAccountEntity line) {
        line.setParty(this);
        line.setPosition(bankAccounts.size() + 1);
        bankAccounts.add(line);
    }
}
