package org.ashlar.crm.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.crm.OpportunityState;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.platform.model.Action;
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
public class OpportunityEntity extends PursuitEntity {

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

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private OpportunityState state = OpportunityState.OPEN;

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

    public OpportunityState getState() {
        return state;
    }

    public void setState(OpportunityState state) {
        this.state = state;
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
}
