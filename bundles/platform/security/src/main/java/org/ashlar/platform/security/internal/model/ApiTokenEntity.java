package org.ashlar.platform.security.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A bearer token of a user for one company. Only the hash of its value is kept; deleting the record revokes it. */
@Entity
@Table(name = "platform_api_token")
@Model(value = "platform.apiToken", collection = "api-tokens", label = "name", search = "name", sort = "name",
        creatable = false, updatable = false)
public class ApiTokenEntity extends BaseEntity {
    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Field(hidden = true, readonly = true)
    @Column(name = "hash", nullable = false, length = 64)
    private String hash;

    /** Grants that bound the user's, separated by blanks; {@code null}: all that the user has. */
    @Column(name = "scopes", length = 4000)
    private String scopes;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Field(readonly = true)
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    /** For JPA. */
    protected ApiTokenEntity() {
    }

    /** A new token. */
    public ApiTokenEntity(String name, long user, String hash, String scopes, Instant expiresAt) {
        this.name = name;
        this.user = user;
        this.hash = hash;
        this.scopes = scopes;
        this.expiresAt = expiresAt;
    }

    public String getHash() {
        return hash;
    }
}
