package org.ashlar.platform.security.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/**
 * A session as administrators of the company that it works in see it; deleting the record ends it. The hash of its secret is
 * a column that is not mapped. Begun and touched by SQL alone, see {@code Sessions}.
 */
@Entity
@Table(name = "platform_session")
@Model(value = "platform.session", collection = "sessions", label = "device", sort = "-seenAt", creatable = false,
        updatable = false)
public class SessionEntity extends BaseEntity {
    @Ref("platform.user")
    @Field(readonly = true)
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Field(readonly = true)
    @Column(name = "address", length = 64)
    private String address;

    @Field(readonly = true)
    @Column(name = "device", length = 255)
    private String device;

    /** {@code password}, {@code ldap:...}, {@code oidc:...}. */
    @Field(readonly = true)
    @Column(name = "way", nullable = false, length = 64)
    private String method;

    /** What is still missing before it can be used, {@code null} if nothing is. */
    @Field(readonly = true)
    @Column(name = "step", length = 16)
    private String step;

    @Field(readonly = true)
    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    public Long getUser() {
        return user;
    }
}
