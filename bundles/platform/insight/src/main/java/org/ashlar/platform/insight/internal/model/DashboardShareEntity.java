package org.ashlar.platform.insight.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** One who sees a dashboard beside its owner: a user, or whoever was given a role. */
@Entity
@Table(name = "platform_dashboard_share")
@Model(value = "platform.dashboardShare", label = "role")
public class DashboardShareEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dashboard_id", nullable = false)
    private DashboardEntity dashboard;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Ref("platform.user")
    @Column(name = "user_id")
    private Long user;

    @Column(name = "role_code", length = 64)
    private String role;

    public void setDashboard(DashboardEntity dashboard) {
        this.dashboard = dashboard;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public Long getUser() {
        return user;
    }

    public String getRole() {
        return role;
    }
}
