package org.ashlar.platform.activity;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which records of a module are follow-ups: what people write down after they spoke with a customer. A service; the report of
 * who has not written any for days asks all of them. Thread-safe.
 */
@ConsumerType
public interface FollowUps {

    /** Models whose new records are follow-ups; whoever may create one is expected to. */
    Set<String> models();
}
