package org.ashlar.platform.identity.internal.model;

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

/**
 * An LDAP directory that checks passwords of people who have none here. Its bind password is sealed and set by an action, so
 * that no record, audit row or export holds it.
 */
@Entity
@Table(name = "platform_directory")
@Model(value = "platform.directory", collection = "directories", label = "title", search = {"code", "title"}, sort = "rank,code",
        naturalKey = "code", companyScoped = false, portable = true)
@Action(value = "setSecret", body = SetSecret.class, secret = true)
@Action("test")
public class DirectoryEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 32)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Column(name = "host", nullable = false, length = 255)
    private String host;

    /** 636 for LDAPS, 389 otherwise. */
    @Column(name = "port_no", nullable = false)
    private Integer port;

    @Enumerated(EnumType.STRING)
    @Column(name = "transport", nullable = false, length = 16)
    private Transport transport = Transport.LDAPS;

    /** Certificate (PEM) of the authority that signed the server's; empty: those that Java trusts. */
    @Column(name = "certificate", length = 8000)
    private String certificate;

    /** Who searches; empty: anonymous. */
    @Column(name = "bind_dn", length = 500)
    private String bindDn;

    @Field(hidden = true, readonly = true)
    @Column(name = "sealed_secret", length = 2000)
    private String secret;

    @Column(name = "base_dn", nullable = false, length = 500)
    private String baseDn;

    /** {@code {login}} stands for the login. */
    @Field(defaulted = true)
    @Column(name = "user_filter", nullable = false, length = 500)
    private String userFilter = "(uid={login})";

    @Field(defaulted = true)
    @Column(name = "name_attribute", nullable = false, length = 64)
    private String nameAttribute = "cn";

    @Field(defaulted = true)
    @Column(name = "email_attribute", nullable = false, length = 64)
    private String emailAttribute = "mail";

    /** Attribute of a person with the names of his groups, for example {@code memberOf}. */
    @Column(name = "group_attribute", length = 64)
    private String groupAttribute;

    /** Where groups are searched, if persons do not name theirs. */
    @Column(name = "group_base_dn", length = 500)
    private String groupBaseDn;

    /** {@code {dn}} stands for the person, {@code {login}} for the login. */
    @Column(name = "group_filter", length = 500)
    private String groupFilter;

    /** Whether who is unknown here becomes a user. */
    @Column(name = "auto_create", nullable = false)
    private boolean autoCreate;

    /** Role of new users. */
    @Column(name = "role_code", length = 64)
    private String role;

    /** Company of all roles given by the directory; empty: all companies. */
    @Ref("platform.company")
    @Column(name = "role_company")
    private Long company;

    /** The lowest is asked first. */
    @Field(defaulted = true)
    @Column(name = "rank_no", nullable = false)
    private Integer rank = 10;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    /** Roles by group; they are given and taken at each sign-in. */
    @Lines("platform.directoryRole")
    @OneToMany(mappedBy = "directory", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<DirectoryRoleEntity> roles = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public String getHost() {
        return host;
    }

    public Integer getPort() {
        return port;
    }

    public Transport getTransport() {
        return transport;
    }

    public String getCertificate() {
        return certificate;
    }

    public String getBindDn() {
        return bindDn;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getBaseDn() {
        return baseDn;
    }

    public String getUserFilter() {
        return userFilter;
    }

    public String getNameAttribute() {
        return nameAttribute;
    }

    public String getEmailAttribute() {
        return emailAttribute;
    }

    public String getGroupAttribute() {
        return groupAttribute;
    }

    public String getGroupBaseDn() {
        return groupBaseDn;
    }

    public String getGroupFilter() {
        return groupFilter;
    }

    public boolean isAutoCreate() {
        return autoCreate;
    }

    public String getRole() {
        return role;
    }

    public Long getCompany() {
        return company;
    }

    public Integer getRank() {
        return rank;
    }

    public boolean isActive() {
        return active;
    }

    public List<DirectoryRoleEntity> getRoles() {
        return roles;
    }
}
