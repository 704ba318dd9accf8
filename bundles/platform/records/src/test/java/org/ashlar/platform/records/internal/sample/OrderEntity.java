package org.ashlar.platform.records.internal.sample;

import java.math.BigDecimal;
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

@Entity
@Table(name = "shop_order")
@Model(value = "shop.order", collection = "orders", label = "number", search = {"number", "customer.name"},
        sort = "-date,number", naturalKey = "number")
@Action(value = "confirm", from = "DRAFT", posts = true, body = OrderEntity.Confirm.class)
public class OrderEntity extends BaseEntity {

    public enum Status {
        DRAFT, CONFIRMED
    }

    public record Confirm(LocalDate date, boolean force) {
    }

    @Column(name = "number", nullable = false, length = 10)
    public String number;

    @Column(name = "order_date", nullable = false)
    public LocalDate date;

    @Ref("shop.customer")
    @Column(name = "customer_id", nullable = false)
    public Long customer;

    @Ref("away.thing")
    @Column(name = "thing_id")
    public Long thing;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    public Status state = Status.DRAFT;

    @Column(name = "total", precision = 9, scale = 2)
    public BigDecimal total;

    @Field(hidden = true)
    @Column(name = "secret", length = 10)
    public String secret;

    @Column(name = "historic", nullable = false)
    public boolean historic;

    @Lines("shop.orderLine")
    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    public List<OrderLineEntity> lines = new ArrayList<>();
}
