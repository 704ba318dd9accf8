package org.ashlar.platform.attachment;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Files of records; who may read the record may read its files. Thread-safe. */
@ProviderType
public interface Attachments {

    /**
     * Stores a file; one of the same name on the same record becomes a new version of it. Needs {@code <model>.update}.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.attachment.tooLarge} or {@code platform.attachment.type}
     */
    long store(String model, long recordId, String name, String mediaType, InputStream content);

    /** The newest version of each file of a record. */
    List<Attachment> list(String model, long recordId);

    /** The content, by the id of a version. The caller closes it. */
    InputStream open(long id);

    /**
     * One version of a file.
     *
     * @param id id of this version
     * @param name file name
     * @param mediaType media type
     * @param size bytes
     * @param sha256 hash of the content, hex
     * @param version 1 for the first
     * @param storedAt when
     * @param storedBy user id
     */
    record Attachment(long id, String name, String mediaType, long size, String sha256, int version, Instant storedAt,
            long storedBy) {
    }
}
