package extension.acme.carrier.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Extends;
import org.ashlar.platform.model.ExtensionEntity;
import org.ashlar.platform.model.Ref;

/**
 * Fields on the suite's parties, in a table of its own. REST, filter, import and OpenAPI of {@code masters.party} show them
 * as {@code acme_carrier_carrier}, {@code acme_carrier_parcelWeight} and {@code acme_carrier_deliveryNote}.
 */
@Entity
@Table(name = "acme_carrier_party")
@Extends("masters.party")
public class PartyDelivery extends ExtensionEntity {

    @Ref("acme-carrier.carrier")
    @Column(name = "carrier_id", nullable = true)
    private Long carrier;

    /** Heaviest parcel in kg that goes to this party. */
    @Column(name = "parcel_weight", nullable = true, precision = 19, scale = 6)
    private BigDecimal parcelWeight;

    @Column(name = "delivery_note", nullable = true, length = 255)
    private String deliveryNote;

    public Long getCarrier() {
        return carrier;
    }

    public void setCarrier(Long carrier) {
        this.carrier = carrier;
    }

    public BigDecimal getParcelWeight() {
        return parcelWeight;
    }

    public void setParcelWeight(BigDecimal parcelWeight) {
        this.parcelWeight = parcelWeight;
    }

    public String getDeliveryNote() {
        return deliveryNote;
    }

    public void setDeliveryNote(String deliveryNote) {
        this.deliveryNote = deliveryNote;
    }
}
