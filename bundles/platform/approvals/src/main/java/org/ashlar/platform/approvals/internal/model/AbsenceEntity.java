package org.ashlar.platform.approvals.internal.model;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Days on which another user decides for one. */
@Entity
@Table(name = "platform_absence")
@Model(value = "platform.absence", collection = "absences", label = "note", sort = "-firstDay", companyScoped = false)
public class AbsenceEntity extends BaseEntity {

    @Field(createOnly = true, defaulted = true)
    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Column(name = "first_day", nullable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", nullable = false)
    private LocalDate lastDay;

    @Ref("platform.user")
    @Column(name = "delegate_id", nullable = false)
    private Long delegate;

    @Column(name = "note", length = 255)
    private String note;

    public Long getUser() {
        return user;
    }

    public void setUser(Long user) {
        this.user = user;
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public Long getDelegate() {
        return delegate;
    }

    public void setDelegate(Long delegate) {
        this.delegate = delegate;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
