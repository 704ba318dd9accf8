package org.ashlar.platform.records.internal.sample;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Extends;
import org.ashlar.platform.model.ExtensionEntity;

@Entity
@Table(name = "acme_loyalty_customer")
@Extends("shop.customer")
public class CustomerLoyalty extends ExtensionEntity {

    @Column(name = "points")
    public Integer points;
}
