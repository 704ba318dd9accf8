package org.ashlar.finance.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.numbering.NumberSeries;

/** A journal; each has its own gapless number series. */
@Entity
@Table(name = "finance_journal")
@Model(value = "finance.journal", collection = "journals", label = "code", search = {"code", "name", "nameZh"}, sort = "code",
        naturalKey = "code")
public class JournalEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Chinese name; shown to Chinese users. */
    @Column(name = "name_zh", length = 255)
    private String nameZh;

    @Enumerated(EnumType.STRING)
    @Column(name = "journal_type", nullable = false, length = 16)
    private JournalType type;

    /** Voucher word (凭证字) or any other prefix of the numbers. */
    @Column(name = "word", nullable = false, length = 16)
    private String word;

    /** When the numbers start at 1 again. */
    @Enumerated(EnumType.STRING)
    @Column(name = "numbering", nullable = false, length = 16)
    private NumberSeries.Reset numbering = NumberSeries.Reset.YEARLY;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public JournalType getType() {
        return type;
    }

    public void setType(JournalType type) {
        this.type = type;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public NumberSeries.Reset getNumbering() {
        return numbering;
    }

    public void setNumbering(NumberSeries.Reset numbering) {
        this.numbering = numbering;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
