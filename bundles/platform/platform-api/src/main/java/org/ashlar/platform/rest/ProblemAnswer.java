package org.ashlar.platform.rest;

import org.ashlar.platform.problem.Problem;

/**
 * What goes over the wire when a request failed.
 *
 * @param status HTTP status
 * @param body RFC 9457 document, to be sent as {@link ProblemWriter#MEDIA_TYPE} in UTF-8
 * @param retryAfter seconds for the Retry-After header, 0 for none
 * @param problem the problem behind it, {@code null} if the failure was unexpected
 */
public record ProblemAnswer(int status, String body, int retryAfter, Problem problem) {
}
