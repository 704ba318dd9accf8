package org.ashlar.platform.configuration;

import java.util.Collection;
import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Packages of configuration: the records of {@link org.ashlar.platform.model.Model#portable portable} models, known by
 * their natural keys, as JSON in a ZIP file with a manifest and a checksum for each part. Thread-safe.
 */
@ProviderType
public interface Packages {

    /**
     * A package; needs {@code platform.package.export} and the right to read each model.
     *
     * @param models model ids, empty for all portable models that the caller may read
     */
    byte[] export(Collection<String> models);

    /**
     * Takes a package over; needs {@code platform.package.import} and the rights to write its models. Taking the same
     * package over twice changes nothing the second time. Nothing is taken over while there are conflicts.
     *
     * @param dryRun only say what would happen
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.package.conflicts}, with a field error for each
     */
    Report apply(byte[] file, boolean dryRun);

    /**
     * What happened or would happen.
     *
     * @param items each record of the package
     */
    record Report(boolean dryRun, int created, int updated, int unchanged, int conflicts, List<Item> items) {
    }

    /**
     * One record.
     *
     * @param key its natural key, parts separated by {@code /}
     * @param action {@code create}, {@code update}, {@code unchanged} or {@code conflict}
     * @param differences what an update changes
     * @param conflicts why it cannot be taken over
     */
    record Item(String model, String key, String action, List<Difference> differences, List<FieldError> conflicts) {
    }

    /** A field that differs, as texts; {@code null} if empty. */
    record Difference(String field, String here, String there) {
    }
}
