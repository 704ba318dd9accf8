package org.ashlar.inventory.internal.model;

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
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.internal.action.CompleteTransfer;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** Goods to be moved for one reason. */
@Entity
@Table(name = "inventory_transfer")
@Model(value = "inventory.transfer", collection = "transfers", label = "number", search = {"number", "note"},
        sort = "-date,-number")
@Action(value = "reserve", from = "DRAFT")
@Action(value = "complete", from = {"DRAFT", "READY"}, posts = true, body = CompleteTransfer.class)
@Action(value = "cancel", from = {"DRAFT", "READY"})
public class TransferEntity extends BaseEntity {

    @Field(readonly = true)
    @Column(name = "number", nullable = false, length = 64)
    private String number;

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 64)
    private TransferKind kind;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 64)
    private TransferState state = TransferState.DRAFT;

    /** Planned; once done, the day of its moves. */
    @Field(defaulted = true)
    @Column(name = "transfer_date", nullable = false)
    private LocalDate date;

    @Ref("masters.party")
    @Column(name = "party_id", nullable = true)
    private Long party;

    @Field(createOnly = true, defaulted = true)
    @Ref("inventory.warehouse")
    @Column(name = "warehouse_id", nullable = false)
    private Long warehouse;

    @Field(createOnly = true, defaulted = true)
    @Ref("inventory.location")
    @Column(name = "from_location_id", nullable = false)
    private Long fromLocation;

    @Field(createOnly = true, defaulted = true)
    @Ref("inventory.location")
    @Column(name = "to_location_id", nullable = false)
    private Long toLocation;

    @Field(readonly = true)
    @Column(name = "source_model", nullable = true, length = 64)
    private String sourceModel;

    @Field(readonly = true)
    @Column(name = "source_id", nullable = true)
    private Long sourceId;

    @Field(readonly = true)
    @Ref("inventory.transfer")
    @Column(name = "backorder_of_id", nullable = true)
    private Long backorderOf;

    @Column(name = "note", nullable = true, length = 4000)
    private String note;

    @Lines("inventory.transferLine")
    @OneToMany(mappedBy = "transfer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<TransferLineEntity> lines = new ArrayList<>();

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public TransferKind getKind() {
        return kind;
    }

    public void setKind(TransferKind kind) {
        this.kind = kind;
    }

    public TransferState getState() {
        return state;
    }

    public void setState(TransferState state) {
        this.state = state;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public Long getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(Long warehouse) {
        this.warehouse = warehouse;
    }

    public Long getFromLocation() {
        return fromLocation;
    }

    public void setFromLocation(Long fromLocation) {
        this.fromLocation = fromLocation;
    }

    public Long getToLocation() {
        return toLocation;
    }

    public void setToLocation(Long toLocation) {
        this.toLocation = toLocation;
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

    public Long getBackorderOf() {
        return backorderOf;
    }

    public void setBackorderOf(Long backorderOf) {
        this.backorderOf = backorderOf;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public List<TransferLineEntity> getLines() {
        return lines;
    }

    /** Adds a line at the end. */
    public void add(TransferLineEntity line) {
        line.setTransfer(this);
        line.setPosition(lines.size() + 1);
        lines.add(line);
    }
}
