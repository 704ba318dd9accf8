package org.ashlar.crm.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.crm.LeadState;
import org.ashlar.crm.internal.action.ConvertBody;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** Somebody who may become a customer. */
@Entity
@Table(name = "crm_lead")
@Model(value = "crm.lead", collection = "leads", label = "name",
        search = {"number", "name", "contact", "phone", "mobile", "email", "wechat"}, sort = "nextActivityDate,-number", naturalKey = "number")
@Action(value = "contact", from = {"NEW", "QUALIFIED"})
@Action(value = "qualify", from = {"NEW", "CONTACTED"})
@Action(value = "convert", from = {"NEW", "CONTACTED", "QUALIFIED"}, body = ConvertBody.class)
@Action(value = "lose", from = {"NEW", "CONTACTED", "QUALIFIED"}, body = LoseBody.class)
@Action(value = "reopen", from = "LOST")
public class LeadEntity extends PursuitEntity {

    /** Taken from the series unless given. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "lead_no", nullable = false, length = 64)
    private String number;

    /** Company, or the person who asks for himself. */
    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "mobile", length = 64)
    private String mobile;

    @Column(name = "email", length = 255)
    private String email;

    @Column(name = "wechat", length = 64)
    private String wechat;

    @Column(name = "address", length = 255)
    private String address;

    @Column(name = "industry", length = 128)
    private String industry;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private LeadState state = LeadState.NEW;

    /** The customer that it became. */
    @Field(readonly = true)
    @Ref("masters.party")
    @Column(name = "party_id")
    private Long party;

    /** Kept although another lead has the same phone, e-mail or name. */
    @Column(name = "duplicate_allowed", nullable = false)
    private boolean duplicateAllowed;

    /** Digits of the phone, for recognising duplicates. */
    @Field(hidden = true, readonly = true)
    @Column(name = "phone_key", length = 32)
    private String phoneKey;

    @Field(hidden = true, readonly = true)
    @Column(name = "mobile_key", length = 32)
    private String mobileKey;

    @Field(hidden = true, readonly = true)
    @Column(name = "email_key", length = 255)
    private String emailKey;

    @Field(hidden = true, readonly = true)
    @Column(name = "name_key", length = 255)
    private String nameKey;

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getWechat() {
        return wechat;
    }

    public void setWechat(String wechat) {
        this.wechat = wechat;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getIndustry() {
        return industry;
    }

    public void setIndustry(String industry) {
        this.industry = industry;
    }

    public LeadState getState() {
        return state;
    }

    public void setState(LeadState state) {
        this.state = state;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public boolean isDuplicateAllowed() {
        return duplicateAllowed;
    }

    public void setDuplicateAllowed(boolean duplicateAllowed) {
        this.duplicateAllowed = duplicateAllowed;
    }

    public String getPhoneKey() {
        return phoneKey;
    }

    public void setPhoneKey(String phoneKey) {
        this.phoneKey = phoneKey;
    }

    public String getMobileKey() {
        return mobileKey;
    }

    public void setMobileKey(String mobileKey) {
        this.mobileKey = mobileKey;
    }

    public String getEmailKey() {
        return emailKey;
    }

    public void setEmailKey(String emailKey) {
        this.emailKey = emailKey;
    }

    public String getNameKey() {
        return nameKey;
    }

    public void setNameKey(String nameKey) {
        this.nameKey = nameKey;
    }
}
