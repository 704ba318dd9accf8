package org.ashlar.platform.transfer.internal.run;

import org.ashlar.platform.transfer.internal.mapping.ImportMapping;

/**
 * Parameters of a {@code transfer.import} job.
 *
 * @param file path of the stored upload
 * @param fileName name as the user knows it
 * @param dryRun whether to keep nothing
 * @param mapping the mapping
 */
public record ImportOrder(String file, String fileName, boolean dryRun, ImportMapping mapping) {
}
