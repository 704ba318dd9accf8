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
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** A counting sheet (盘点). */
@Entity
@Table(name = "inventory_count")
@Model(value = "inventory.count", collection = "counts", label = "number", search = {"number", "note"},
        sort = "-date,-number")
@Action(value = "fill", from = "DRAFT")
@Action(value = "complete", from = "DRAFT", posts = true)
@Action(value = "cancel", from = "DRAFT")
public class CountEntity extends BaseEntity {

    @Field(readonly = true)
    @Column(name = "number", nullable = false, length = 64)
    private String number;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 64)
    private CountState state = CountState.DRAFT;

    @Field(defaulted = true)
    @Column(name = "count_date", nullable = false)
    private LocalDate date;

    /** Counted with everything below it. */
    @Field(createOnly = true, defaulted = true)
    @Ref("inventory.location")
    @Column(name = "location_id", nullable = false)
    private Long location;

    /** The adjustment that its differences became. */
    @Field(readonly = true)
    @Ref("inventory.transfer")
    @Column(name = "transfer_id", nullable = true)
    private Long transfer;

    @Column(name = "note", nullable = true, length = 4000)
    private String note;

    @Lines("inventory.countLine")
    @OneToMany(mappedBy = "count", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CountLineEntity> lines = new ArrayList<>();

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public CountState getState() {
        return state;
    }

    public void setState(CountState state) {
        this.state = state;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Long getLocation() {
        return location;
    }

    public void setLocation(Long location) {
        this.location = location;
    }

    public Long getTransfer() {
        return transfer;
    }

    public void setTransfer(Long transfer) {
        this.transfer = transfer;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public List<CountLineEntity> getLines() {
        return lines;
    }

    /** Adds a line at the end. */
    public void add(CountLineEntity line) {
        line.setCount(this);
        line.setPosition(lines.size() + 1);
        lines.add(line);
    }
}
