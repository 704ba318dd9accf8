package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** One attempt to sign in, kept for {@value #DAYS} days. Written by SQL; nobody changes it. When it was says {@code createdAt}. */
@Entity
@Table(name = "platform_sign_in")
@Model(value = "platform.signIn", collection = "sign-ins", label = "login", search = {"login", "address"}, sort = "-id",
        companyScoped = false, creatable = false, updatable = false, deletable = false)
public class SignInEntity extends BaseEntity {
    /** How long attempts are kept. */
    public static final int DAYS = 400;

    /** As given, shortened and without unusual characters. */
    @Field(readonly = true)
    @Column(name = "login", nullable = false, length = 64)
    private String login;

    @Ref("platform.user")
    @Field(readonly = true)
    @Column(name = "user_id")
    private Long user;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", nullable = false, length = 32)
    private SignInOutcome outcome;

    @Field(readonly = true)
    @Column(name = "reason", length = 64)
    private String reason;

    @Field(readonly = true)
    @Column(name = "way", nullable = false, length = 64)
    private String method;

    @Field(readonly = true)
    @Column(name = "address", length = 64)
    private String address;

    @Field(readonly = true)
    @Column(name = "device", length = 255)
    private String device;
}
