package org.ashlar.crm.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Ref;

/** What leads and opportunities share: somebody is in charge, something is to be done next, and they may be lost. */
@MappedSuperclass
public abstract class PursuitEntity extends BaseEntity {

    @Column(name = "contact", length = 255)
    private String contact;

    @Column(name = "phone", length = 64)
    private String phone;

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

    @Column(name = "note", length = 4000)
    private String note;

    /** Set while the module itself changes the record: the rules for edits by users do not apply then. */
    @Transient
    private boolean acting;

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

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** Whether the module itself is at work. */
    public boolean isActing() {
        return acting;
    }

    /** Says that the module changes the record from now on; never reset, the entity ends with its transaction. */
    public void act() {
        acting = true;
    }
}
