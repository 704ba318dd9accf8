package org.ashlar.platform.insight.internal.model;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Tiles that somebody looks at every day; each tile asks the groups of a model as its reader. */
@Entity
@Table(name = "platform_dashboard")
@Model(value = "platform.dashboard", collection = "dashboards", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code", portable = true)
public class DashboardEntity extends BaseEntity implements Owned {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Whose it is; empty: the company's. */
    @Ref("platform.user")
    @Field(readonly = true)
    @Column(name = "owner_id")
    private Long owner;

    /** Whether others see it too. */
    @Field(defaulted = true)
    @Column(name = "shared", nullable = false)
    private boolean shared;

    @Lines("platform.dashboardTile")
    @OneToMany(mappedBy = "dashboard", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<DashboardTileEntity> tiles = new ArrayList<>();

    /** Who else sees it. */
    @Lines("platform.dashboardShare")
    @OneToMany(mappedBy = "dashboard", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<DashboardShareEntity> shares = new ArrayList<>();

    @Override
    public Long getOwner() {
        return owner;
    }

    @Override
    public void setOwner(Long owner) {
        this.owner = owner;
    }

    public List<DashboardTileEntity> getTiles() {
        return tiles;
    }

    public List<DashboardShareEntity> getShares() {
        return shares;
    }

    public String getCode() {
        return code;
    }
}
