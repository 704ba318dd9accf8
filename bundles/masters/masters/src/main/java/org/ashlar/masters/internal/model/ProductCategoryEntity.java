package org.ashlar.masters.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A node of the category tree. */
@Entity
@Table(name = "masters_product_category")
@Model(value = "masters.productCategory", collection = "product-categories", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code")
public class ProductCategoryEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Ref("masters.productCategory")
    @Column(name = "parent_id", nullable = true)
    private Long parent;

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

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }
}
