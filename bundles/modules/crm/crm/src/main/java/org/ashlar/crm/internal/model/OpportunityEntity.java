package org.ashlar.crm.internal.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.ashlar.crm.OpportunityState;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** A deal that is worked on: expected amount, stage and end. */
@Entity
@Table(name = "crm_opportunity")
@Model(value = "crm.opportunity", collection = "opportunities", label = "title", search = {"number", "title", "contact"},
        sort = "closeDate,-number", naturalKey = "number")
@Action(value = "nextStage", from = "OPEN")
@Action(value = "quote", from = {"OPEN", "WON"})
@Action(value = "win", from = "OPEN")
@Action(value = "lose", from = "OPEN", body = LoseBody.class)
@Action(value = "reopen", from = {"WON", "LOST"})
public class OpportunityEntity extends BaseEntity {

    /** Taken from the series unless given. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "opportunity_no", nullable = false, length = 64)
    private String number;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** Customer. */
    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Column(name = "contact", length = 255)
    private String contact;

    @Column(name = "phone", length = 64)
    private String phone;

    /** The first active stage unless given. */
    @Field(defaulted = true)
    @Ref("crm.stage")
    @Column(name = "stage_id", nullable = false)
    private Long stage;

    /** Chance of winning in percent; the stage's unless given. */
    @Field(defaulted = true)
    @Column(name = "probability", nullable = false)
    private Integer probability;

    /** Expected, without tax. */
    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    /** Amount times probability. */
    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "weighted_amount", precision = 19, scale = 4)
    private BigDecimal weightedAmount;

    @Field(defaulted = true)
    @Column(name = "start_date", nullable = false)
    private LocalDate startDate;

    /** When the decision is expected. */
    @Column(name = "close_date")
    private LocalDate closeDate;

    /** When it was won or lost. */
    @Field(readonly = true)
    @Column(name = "closed_date")
    private LocalDate closedDate;

    @Ref("crm.source")
    @Column(name = "source_id")
    private Long source;

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
    private OpportunityState state = OpportunityState.OPEN;

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

    /** The lead that it came from. */
    @Field(readonly = true)
    @Ref("crm.lead")
    @Column(name = "lead_id")
    private Long lead;

    /** The quotation that sales made for it. */
    @Field(readonly = true)
    @Ref("sales.order")
    @Column(name = "quotation_id")
    private Long quotation;

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

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
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

    public Long getStage() {
        return stage;
    }

    public void setStage(Long stage) {
        this.stage = stage;
    }

    public Integer getProbability() {
        return probability;
    }

    public void setProbability(Integer probability) {
        this.probability = probability;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public BigDecimal getWeightedAmount() {
        return weightedAmount;
    }

    public void setWeightedAmount(BigDecimal weightedAmount) {
        this.weightedAmount = weightedAmount;
    }

    public LocalDate getStartDate() {
        return startDate;
    }

    public void setStartDate(LocalDate startDate) {
        this.startDate = startDate;
    }

    public LocalDate getCloseDate() {
        return closeDate;
    }

    public void setCloseDate(LocalDate closeDate) {
        this.closeDate = closeDate;
    }

    public LocalDate getClosedDate() {
        return closedDate;
    }

    public void setClosedDate(LocalDate closedDate) {
        this.closedDate = closedDate;
    }

    public Long getSource() {
        return source;
    }

    public void setSource(Long source) {
        this.source = source;
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

    public OpportunityState getState() {
        return state;
    }

    public void setState(OpportunityState state) {
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

    public Long getLead() {
        return lead;
    }

    public void setLead(Long lead) {
        this.lead = lead;
    }

    public Long getQuotation() {
        return quotation;
    }

    public void setQuotation(Long quotation) {
        this.quotation = quotation;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
