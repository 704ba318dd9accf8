package org.ashlar.bridge.purchasing.sales.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** What a company takes from another one: it alone decides which orders are written into its books. */
@Entity
@Table(name = "purchasing_sales_rule")
@Model(value = "purchasing-sales.rule", collection = "rules", label = "partnerCompany", sort = "id", naturalKey = "partnerCompany")
public class RuleEntity extends BaseEntity {

    /** The company whose orders are taken. */
    @Ref("platform.company")
    @Field(createOnly = true)
    @Column(name = "partner_company_id", nullable = false)
    private Long partnerCompany;

    /** Their sales orders become drafts of purchase orders here. */
    @Column(name = "takes_sales", nullable = false)
    private boolean takesSales = true;

    /** Their purchase orders become quotations here. */
    @Column(name = "takes_purchases", nullable = false)
    private boolean takesPurchases = true;

    /** Who is told here. */
    @Ref("platform.user")
    @Column(name = "responsible_id")
    private Long responsible;

    /** Where goods are received and delivered from; inventory decides while it is empty. */
    @Ref("inventory.warehouse")
    @Column(name = "warehouse_id")
    private Long warehouse;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public Long getPartnerCompany() {
        return partnerCompany;
    }

    public void setPartnerCompany(Long partnerCompany) {
        this.partnerCompany = partnerCompany;
    }

    public boolean isTakesSales() {
        return takesSales;
    }

    public void setTakesSales(boolean takesSales) {
        this.takesSales = takesSales;
    }

    public boolean isTakesPurchases() {
        return takesPurchases;
    }

    public void setTakesPurchases(boolean takesPurchases) {
        this.takesPurchases = takesPurchases;
    }

    public Long getResponsible() {
        return responsible;
    }

    public void setResponsible(Long responsible) {
        this.responsible = responsible;
    }

    public Long getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(Long warehouse) {
        this.warehouse = warehouse;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
