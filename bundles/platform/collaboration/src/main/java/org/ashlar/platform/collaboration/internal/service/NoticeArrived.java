package org.ashlar.platform.collaboration.internal.service;

import org.ashlar.platform.event.Outbound;
import org.ashlar.platform.event.PersonalEvent;

/**
 * A user has a new notice, or has read some elsewhere; server-sent event {@code notice} of that user.
 *
 * @param userId who
 * @param id the new notice, 0 if some were read
 * @param kind its kind, {@code null} if some were read
 * @param urgent whether it is urgent
 */
@Outbound(value = "notice", durable = false)
public record NoticeArrived(long userId, long id, String kind, boolean urgent) implements PersonalEvent {
}
