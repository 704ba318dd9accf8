package org.ashlar.platform.record;

/**
 * A deleted record left the recycle bin for good; published inside the transaction. Whoever keeps something beside
 * records (comments, files) forgets it now.
 *
 * @param model model id
 * @param id record id
 * @param companyId owning company, 0 if shared
 */
public record RecordPurged(String model, long id, long companyId) {
}
