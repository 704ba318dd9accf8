package extension.acme.carrier.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/**
 * A model of its own. REST, OpenAPI, search, import, audit and permissions of {@code /api/v1/acme-carrier/carriers} come
 * from these annotations alone.
 */
@Entity
@Table(name = "acme_carrier_carrier")
@Model(value = "acme-carrier.carrier", collection = "carriers", label = "name", search = {"code", "name"}, sort = "code",
        naturalKey = "code")
public class CarrierEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "tracking_url", nullable = true, length = 1000)
    private String trackingUrl;

    /** Heaviest parcel in kg; {@code null}: no limit. */
    @Column(name = "max_weight", nullable = true, precision = 19, scale = 6)
    private BigDecimal maxWeight;

    @Column(name = "currency", nullable = true, length = 3)
    private String currency;

    /** What one delivery is insured for; {@code null}: no limit. */
    @Field(currency = "currency")
    @Column(name = "insured_up_to", nullable = true, precision = 19, scale = 4)
    private BigDecimal insuredUpTo;

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

    public String getTrackingUrl() {
        return trackingUrl;
    }

    public void setTrackingUrl(String trackingUrl) {
        this.trackingUrl = trackingUrl;
    }

    public BigDecimal getMaxWeight() {
        return maxWeight;
    }

    public void setMaxWeight(BigDecimal maxWeight) {
        this.maxWeight = maxWeight;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public BigDecimal getInsuredUpTo() {
        return insuredUpTo;
    }

    public void setInsuredUpTo(BigDecimal insuredUpTo) {
        this.insuredUpTo = insuredUpTo;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
