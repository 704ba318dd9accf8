package org.ashlar.platform.record;

/**
 * The answer to an action that was not carried out yet: another record decides about it. Returned by {@link Records#act}
 * instead of the action's own result, and over REST as {@code result} with status 202.
 *
 * @param deferred why, for example {@code approval}
 * @param model model of the record that decides, for example {@code platform.approvalRequest}
 * @param id its id
 * @param state its state
 * @param path where to read it, below {@code /api/v1}
 */
public record Deferred(String deferred, String model, long id, String state, String path) {
}
