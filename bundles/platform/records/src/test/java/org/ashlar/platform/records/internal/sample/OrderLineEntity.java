package org.ashlar.platform.records.internal.sample;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

@Entity
@Table(name = "shop_order_line")
@Model(value = "shop.orderLine", label = "text")
public class OrderLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    public OrderEntity order;

    @Column(name = "line_no", nullable = false)
    public Integer position;

    @Column(name = "text", nullable = false, length = 20)
    public String text;

    @Column(name = "quantity", nullable = false, precision = 9, scale = 3)
    public BigDecimal quantity = BigDecimal.ONE;
}
