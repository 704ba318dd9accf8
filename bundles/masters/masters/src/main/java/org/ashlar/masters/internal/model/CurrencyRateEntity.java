package org.ashlar.masters.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** What one unit of a currency was worth in another on a day. */
@Entity
@Table(name = "masters_currency_rate")
@Model(value = "masters.currencyRate", collection = "currency-rates", label = "date", sort = "-date,from,to",
        naturalKey = {"from", "to", "date"}, companyScoped = false)
public class CurrencyRateEntity extends BaseEntity {

    @Column(name = "from_currency", nullable = false, length = 3)
    private String from;

    @Column(name = "to_currency", nullable = false, length = 3)
    private String to;

    @Column(name = "rate_date", nullable = false)
    private LocalDate date;

    @Column(name = "rate", nullable = false, precision = 19, scale = 10)
    private BigDecimal rate;

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public BigDecimal getRate() {
        return rate;
    }

    public void setRate(BigDecimal rate) {
        this.rate = rate;
    }
}
