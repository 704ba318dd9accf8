package org.ashlar.crm.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.ashlar.crm.LeadState;
import org.ashlar.crm.internal.action.ConvertBody;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
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
public class LeadEntity extends BaseEntity {

    /** Taken from the series unless given. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "lead_no", nullable = false, length = 64)
    private String number;

    /** Company, or the person who asks for himself. */
    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Whom to talk to. */
    @Column(name = "contact", length = 255)
    private String contact;

    @Column(name = "phone", length = 64)
    private String phone;

    @Column(name = "mobile", length = 64)
    private String mobile;

    @Column(name = "email", length = 255)
    private String email;

    @Column(name = "wechat", length = 64)
    private String wechat;

    @Ref("crm.source")
    @Column(name = "source_id")
    private Long source;

    @Column(name = "address", length = 255)
    private String address;

    @Column(name = "industry", length = 128)
    private String industry;

    /** The salesperson in charge; the caller unless given, nobody for what comes in by itself. */
    @Ref("platform.user")
    @Column(name = "owner_id")
    private Long owner;

    /** The owner's department unless given; its members share the record. */
    @Column(name = "team", length = 255)
    private String team;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private LeadState state = LeadState.NEW;

    @Field(readonly = true)
    @Ref("crm.lostReason")
    @Column(name = "lost_reason_id")
    private Long lostReason;

    @Field(readonly = true)
    @Column(name = "lost_note", length = 1000)
    private String lostNote;

    /** When the next step is due. */
    @Column(name = "next_activity_date")
    private LocalDate nextActivityDate;

    /** What the next step is. */
    @Column(name = "next_activity", length = 255)
    private String nextActivity;

    /** When the last visit, call or message took place. */
    @Field(readonly = true)
    @Column(name = "last_contact_at")
    private Instant lastContactAt;

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

    @Column(name = "note", length = 4000)
    private String note;

    /** Set while the module itself changes the record: the rules for edits by users do not apply then. */
    @Transient
    private boolean acting;

    /** Whether the module itself is at work. */
    public boolean isActing() {
        return acting;
    }

    /** Says that the module changes the record from now on; never reset, the entity ends with its transaction. */
    public void act() {
        acting = true;
    }

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

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
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

    public Long getSource() {
        return source;
    }

    public void setSource(Long source) {
        this.source = source;
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

    public Long getOwner() {
        return owner;
    }

    public void setOwner(Long owner) {
        this.owner = owner;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public LeadState getState() {
        return state;
    }

    public void setState(LeadState state) {
        this.state = state;
    }

    public Long getLostReason() {
        return lostReason;
    }

    public void setLostReason(Long lostReason) {
        this.lostReason = lostReason;
    }

    public String getLostNote() {
        return lostNote;
    }

    public void setLostNote(String lostNote) {
        this.lostNote = lostNote;
    }

    public LocalDate getNextActivityDate() {
        return nextActivityDate;
    }

    public void setNextActivityDate(LocalDate nextActivityDate) {
        this.nextActivityDate = nextActivityDate;
    }

    public String getNextActivity() {
        return nextActivity;
    }

    public void setNextActivity(String nextActivity) {
        this.nextActivity = nextActivity;
    }

    public Instant getLastContactAt() {
        return lastContactAt;
    }

    public void setLastContactAt(Instant lastContactAt) {
        this.lastContactAt = lastContactAt;
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

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
