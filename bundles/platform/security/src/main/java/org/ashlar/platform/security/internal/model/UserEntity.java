package org.ashlar.platform.security.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * A person or program that signs in. The password hash and the lock-out counters are columns of the same table that are
 * not mapped on purpose: no metadata, read, audit row or import can reach them.
 */
@Entity
@Table(name = "platform_user")
@Model(value = "platform.user", collection = "users", label = "name", search = {"login", "name", "email"}, sort = "login",
        naturalKey = "login", companyScoped = false, deletable = false)
@Action(value = "setPassword", body = SetPassword.class, secret = true)
@Action(value = "createToken", body = CreateToken.class, secret = true)
@Action(value = "createSetUpLink", secret = true)
@Action("unlock")
@Action("endSessions")
@Action("resetTotp")
public class UserEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "login", nullable = false, length = 64)
    private String login;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "email", length = 255)
    private String email;

    @Field(defaulted = true)
    @Column(name = "locale", nullable = false, length = 16)
    private String locale;

    @Column(name = "time_zone", length = 64)
    private String zone;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Ref("platform.company")
    @Column(name = "default_company")
    private Long defaultCompany;

    /** Who decides about this user's requests. */
    @Ref("platform.user")
    @Column(name = "manager_id")
    private Long manager;

    @Column(name = "department", length = 255)
    private String department;

    /** Portal users are partners' people: they see what belongs to their party and have no other rights. */
    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private UserKind kind = UserKind.INTERNAL;

    /** Party whose records a portal user sees. */
    @Ref("masters.party")
    @Column(name = "party_id")
    private Long party;

    @Field(readonly = true)
    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @Lines("platform.userRole")
    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<UserRoleEntity> roles = new ArrayList<>();

    /** Roles as they were when the lines were loaded; whatever is written before the rules run cannot change it. */
    private transient Set<RoleGiven> loadedRoles = new HashSet<>();

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getZone() {
        return zone;
    }

    public boolean isActive() {
        return active;
    }

    public Long getDefaultCompany() {
        return defaultCompany;
    }

    public void setDefaultCompany(Long defaultCompany) {
        this.defaultCompany = defaultCompany;
    }

    public UserKind getKind() {
        return kind;
    }

    public Long getParty() {
        return party;
    }

    public Long getManager() {
        return manager;
    }

    public void setPasswordChangedAt(Instant passwordChangedAt) {
        this.passwordChangedAt = passwordChangedAt;
    }

    public List<UserRoleEntity> getRoles() {
        return roles;
    }

    /** The roles before this change; empty while the lines have not been loaded. */
    public Set<RoleGiven> loadedRoles() {
        return Set.copyOf(loadedRoles);
    }

    /** Called by each line when it is loaded. Public, because a lazy stand-in of the owner can pass on public calls only. */
    public void remember(RoleGiven role) {
        loadedRoles.add(role);
    }
}
