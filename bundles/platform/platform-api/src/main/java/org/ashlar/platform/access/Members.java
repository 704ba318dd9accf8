package org.ashlar.platform.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who stands where: active users by role or group, and whose manager somebody is. Needs no permission. Thread-safe. */
@ProviderType
public interface Members {
    /** Active users that were given the role for the company or for all companies, by id. */
    List<Long> withRole(String role, long companyId);
    /** Active users of a group, by id; empty if there is no such group. */
    List<Long> inGroup(String group);
    /** The user's manager, if one is named and active. */
    Optional<Long> managerOf(long userId);
}
