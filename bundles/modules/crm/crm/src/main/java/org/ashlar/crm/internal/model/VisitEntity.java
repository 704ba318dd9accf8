package org.ashlar.crm.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** What was said and done with a lead or customer, and what comes next. */
@Entity
@Table(name = "crm_visit")
@Model(value = "crm.visit", collection = "visits", label = "subject", search = {"subject", "contact", "note", "result"},
        sort = "-happenedAt", naturalKey = "clientKey")
public class VisitEntity extends BaseEntity {

    /** Name of the lead, opportunity or customer unless given. */
    @Field(defaulted = true)
    @Column(name = "subject", nullable = false, length = 255)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private VisitKind kind = VisitKind.VISIT;

    /** Now unless given. */
    @Field(defaulted = true)
    @Column(name = "happened_at", nullable = false)
    private Instant happenedAt;

    @Ref("crm.lead")
    @Column(name = "lead_id")
    private Long lead;

    @Ref("crm.opportunity")
    @Column(name = "opportunity_id")
    private Long opportunity;

    @Ref("masters.party")
    @Column(name = "party_id")
    private Long party;

    @Column(name = "contact", length = 255)
    private String contact;

    @Column(name = "note", length = 4000)
    private String note;

    /** What came of it. */
    @Column(name = "result_text", length = 1000)
    private String result;

    @Column(name = "next_date")
    private LocalDate nextDate;

    @Column(name = "next_step", length = 255)
    private String nextStep;

    /** Who was there; the caller unless given. */
    @Field(createOnly = true)
    @Ref("platform.user")
    @Column(name = "author_id")
    private Long author;

    /** The author's department unless given. */
    @Column(name = "team", length = 255)
    private String team;

    /** Made by whoever sends it, so that a note sent twice exists once; made here unless given. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "client_key", nullable = false, length = 64)
    private String clientKey;

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public VisitKind getKind() {
        return kind;
    }

    public void setKind(VisitKind kind) {
        this.kind = kind;
    }

    public Instant getHappenedAt() {
        return happenedAt;
    }

    public void setHappenedAt(Instant happenedAt) {
        this.happenedAt = happenedAt;
    }

    public Long getLead() {
        return lead;
    }

    public void setLead(Long lead) {
        this.lead = lead;
    }

    public Long getOpportunity() {
        return opportunity;
    }

    public void setOpportunity(Long opportunity) {
        this.opportunity = opportunity;
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

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getResult() {
        return result;
    }

    public void setResult(String result) {
        this.result = result;
    }

    public LocalDate getNextDate() {
        return nextDate;
    }

    public void setNextDate(LocalDate nextDate) {
        this.nextDate = nextDate;
    }

    public String getNextStep() {
        return nextStep;
    }

    public void setNextStep(String nextStep) {
        this.nextStep = nextStep;
    }

    public Long getAuthor() {
        return author;
    }

    public void setAuthor(Long author) {
        this.author = author;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getClientKey() {
        return clientKey;
    }

    public void setClientKey(String clientKey) {
        this.clientKey = clientKey;
    }
}
