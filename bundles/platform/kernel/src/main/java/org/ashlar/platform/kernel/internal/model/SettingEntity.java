package org.ashlar.platform.kernel.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** One setting of a company. */
@Entity
@Table(name = "platform_setting")
@Model(value = "platform.setting", collection = "settings", label = "name", search = "name", sort = "name",
        naturalKey = "name")
public class SettingEntity extends BaseEntity {

    @Column(name = "name", nullable = false, length = 255)
    @Field(createOnly = true)
    private String name;

    @Column(name = "content", length = 4000)
    private String content;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
