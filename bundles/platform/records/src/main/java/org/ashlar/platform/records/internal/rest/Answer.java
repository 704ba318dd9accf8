package org.ashlar.platform.records.internal.rest;

/**
 * A finished answer to a write, kept so that a repeated request can be told the same.
 *
 * @param status HTTP status
 * @param location path of a created record or {@code null}
 * @param etag version or {@code null}
 * @param body JSON or {@code null}
 */
record Answer(int status, String location, String etag, String body) {
}
