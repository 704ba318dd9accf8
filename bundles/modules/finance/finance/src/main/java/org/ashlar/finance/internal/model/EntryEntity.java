package org.ashlar.finance.internal.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

import org.ashlar.finance.internal.service.ReversalDate;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** A journal entry (凭证). A draft may change; a posted one never does. */
@Entity
@Table(name = "finance_entry")
@Model(value = "finance.entry", collection = "entries", label = "number", search = {"number", "reference", "text"},
        sort = "-date,-id")
@Action(value = "post", from = "DRAFT", posts = true)
@Action(value = "reverse", from = "POSTED", posts = true, body = ReversalDate.class)
public class EntryEntity extends BaseEntity {

    @Ref("finance.journal")
    @Field(defaulted = true)
    @Column(name = "journal_id", nullable = false)
    private Long journal;

    @Field(readonly = true)
    @Column(name = "doc_number", length = 64)
    private String number;

    @Field(defaulted = true)
    @Column(name = "entry_date", nullable = false)
    private LocalDate date;

    @Ref("finance.period")
    @Field(readonly = true)
    @Column(name = "period_id")
    private Long period;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private EntryState state = EntryState.DRAFT;

    @Column(name = "reference", length = 255)
    private String reference;

    @Column(name = "description", length = 1000)
    private String text;

    /** Model of the document that it stands for. */
    @Field(readonly = true)
    @Column(name = "source_model", length = 64)
    private String sourceModel;

    @Field(readonly = true)
    @Column(name = "source_id")
    private Long sourceId;

    @Ref("finance.entry")
    @Field(readonly = true)
    @Column(name = "reversal_of_id")
    private Long reversalOf;

    @Ref("finance.entry")
    @Field(readonly = true)
    @Column(name = "reversed_by_id")
    private Long reversedBy;

    /** Debit total in the company currency. */
    @Field(readonly = true, aggregate = "sum")
    @Column(name = "total_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal total = BigDecimal.ZERO;

    @Field(readonly = true)
    @Column(name = "posted_at")
    private Instant postedAt;

    @Lines("finance.entryLine")
    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<EntryLineEntity> lines = new ArrayList<>();

    public Long getJournal() {
        return journal;
    }

    public void setJournal(Long journal) {
        this.journal = journal;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Long getPeriod() {
        return period;
    }

    public void setPeriod(Long period) {
        this.period = period;
    }

    public EntryState getState() {
        return state;
    }

    public void setState(EntryState state) {
        this.state = state;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSourceModel() {
        return sourceModel;
    }

    public void setSourceModel(String sourceModel) {
        this.sourceModel = sourceModel;
    }

    public Long getSourceId() {
        return sourceId;
    }

    public void setSourceId(Long sourceId) {
        this.sourceId = sourceId;
    }

    public Long getReversalOf() {
        return reversalOf;
    }

    public void setReversalOf(Long reversalOf) {
        this.reversalOf = reversalOf;
    }

    public Long getReversedBy() {
        return reversedBy;
    }

    public void setReversedBy(Long reversedBy) {
        this.reversedBy = reversedBy;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public void setTotal(BigDecimal total) {
        this.total = total;
    }

    public Instant getPostedAt() {
        return postedAt;
    }

    public void setPostedAt(Instant postedAt) {
        this.postedAt = postedAt;
    }

    public List<EntryLineEntity> getLines() {
        return lines;
    }
}
