package org.ashlar.platform.record;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How records were before the running transaction changed them; for handlers of {@link RecordChanged}, while it is being
 * published. From memory, no statement. Thread-safe.
 */
@ProviderType
public interface BeforeValues {
    /** Old values of the changed fields of a record, of all fields if it was deleted; empty if it was created. */
    Map<String, Object> of(String model, long id);
    /** Ids of the records that the bulk insert being published ({@link RecordChanged#id()} 0) has created. */
    List<Long> inserted();
}
