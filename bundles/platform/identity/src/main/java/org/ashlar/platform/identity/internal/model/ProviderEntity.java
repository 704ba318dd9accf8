package org.ashlar.platform.identity.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/**
 * An OpenID Connect provider that people may sign in with. Its client secret is sealed and set by an action, so that no record,
 * audit row or export holds it.
 */
@Entity
@Table(name = "platform_identity_provider")
@Model(value = "platform.identityProvider", collection = "identity-providers", label = "title", search = {"code", "title"},
        sort = "code", naturalKey = "code", companyScoped = false, portable = true)
@Action(value = "setSecret", body = SetSecret.class, secret = true)
@Action("test")
public class ProviderEntity extends BaseEntity {
    /** Part of its addresses. */
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 32)
    private String code;

    /** On the button. */
    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** As the provider writes it; its description is below {@code .well-known/openid-configuration}. */
    @Field(createOnly = true)
    @Column(name = "issuer", nullable = false, length = 500)
    private String issuer;

    @Column(name = "client_id", nullable = false, length = 255)
    private String clientId;

    @Field(hidden = true, readonly = true)
    @Column(name = "sealed_secret", length = 2000)
    private String secret;

    /** Separated by blanks. */
    @Field(defaulted = true)
    @Column(name = "scopes", nullable = false, length = 255)
    private String scopes = "openid profile email";

    /** Claim that becomes the login of a new user. */
    @Field(defaulted = true)
    @Column(name = "login_claim", nullable = false, length = 64)
    private String loginClaim = "preferred_username";

    @Field(defaulted = true)
    @Column(name = "name_claim", nullable = false, length = 64)
    private String nameClaim = "name";

    @Field(defaulted = true)
    @Column(name = "email_claim", nullable = false, length = 64)
    private String emailClaim = "email";

    /** Mail domains that may sign in, separated by blanks or commas; empty: all. */
    @Column(name = "allowed_domains", length = 1000)
    private String allowedDomains;

    /** Whether who is unknown here becomes a user. */
    @Column(name = "auto_create", nullable = false)
    private boolean autoCreate;

    /** Whether a user with the same login may be taken over at the first sign-in. Only for providers that assign logins themselves. */
    @Column(name = "link_existing", nullable = false)
    private boolean linkExisting;

    /** Whether the provider asks for a second factor, so that none is asked for here. */
    @Column(name = "strong", nullable = false)
    private boolean strong;

    /** Role of new users. */
    @Column(name = "role_code", length = 64)
    private String role;

    /** Company of the role; empty: all companies. */
    @Ref("platform.company")
    @Column(name = "role_company")
    private Long company;

    /** How browsers reach the suite, for example {@code https://erp.example.org}; empty: as the request says. */
    @Column(name = "public_address", length = 255)
    private String publicAddress;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public String getIssuer() {
        return issuer;
    }

    public String getClientId() {
        return clientId;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getScopes() {
        return scopes;
    }

    public String getLoginClaim() {
        return loginClaim;
    }

    public String getNameClaim() {
        return nameClaim;
    }

    public String getEmailClaim() {
        return emailClaim;
    }

    public String getAllowedDomains() {
        return allowedDomains;
    }

    public boolean isAutoCreate() {
        return autoCreate;
    }

    public boolean isLinkExisting() {
        return linkExisting;
    }

    public boolean isStrong() {
        return strong;
    }

    public String getRole() {
        return role;
    }

    public Long getCompany() {
        return company;
    }

    public String getPublicAddress() {
        return publicAddress;
    }

    public boolean isActive() {
        return active;
    }
}
