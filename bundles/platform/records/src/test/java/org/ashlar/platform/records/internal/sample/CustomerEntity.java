package org.ashlar.platform.records.internal.sample;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

@Entity
@Table(name = "shop_customer")
@Model(value = "shop.customer", collection = "customers", label = "name", search = "name", sort = "name")
@Action("greet")
@Action(value = "openAccount", secret = true)
public class CustomerEntity extends BaseEntity {

    @Column(name = "name", nullable = false, length = 40)
    public String name;

    @Ref("shop.customer")
    @Column(name = "parent_id")
    public Long parent;
}
