package org.ashlar.platform.messaging.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Who a user is at a channel: his id in the chat or his mobile number. Nobody shares one with another. */
@Entity
@Table(name = "platform_message_address")
@Model(value = "platform.messageAddress", collection = "message-addresses", label = "address", search = "address",
        sort = "channel,user", naturalKey = {"channel", "user"})
public class AddressEntity extends BaseEntity {
    @Field(createOnly = true)
    @Ref("platform.messageChannel")
    @Column(name = "channel_id", nullable = false)
    private Long channel;

    @Field(createOnly = true)
    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Column(name = "address", nullable = false, length = 128)
    private String address;

    public Long getChannel() {
        return channel;
    }

    public void setChannel(Long channel) {
        this.channel = channel;
    }

    public Long getUser() {
        return user;
    }

    public void setUser(Long user) {
        this.user = user;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }
}
