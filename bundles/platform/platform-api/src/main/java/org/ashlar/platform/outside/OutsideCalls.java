package org.ashlar.platform.outside;

import java.io.IOException;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * HTTP calls to addresses that somebody entered: never into private networks, also not by a redirect or a name that answers
 * differently the second time, unless the setting {@code webhook.allowedHosts} of the caller's company names the host. Bounded
 * in time and size. Thread-safe.
 */
@ProviderType
public interface OutsideCalls {

    /**
     * A call.
     *
     * @param method POST, PUT, PATCH or GET
     * @param url http or https
     * @param headers headers
     * @param body what to send, empty for GET
     */
    record Call(String method, String url, Map<String, String> headers, byte[] body) {
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body the text, at most 256 KiB
     */
    record Answer(int status, String body) {
    }

    /**
     * Calls.
     *
     * @throws java.net.ConnectException if nothing was sent, so that it may be tried again
     * @throws IOException if it is not known whether the other side took it
     */
    Answer call(Call call) throws IOException;

    /** Whether a text is an address that can be called, wherever it leads. */
    boolean callable(String url);

    /** Value of the header {@code Ashlar-Signature} for a body, as the suite's webhooks carry it. */
    String signature(String secret, byte[] body);

    /** Whether one more call with this key is within a bound per minute, on this node. */
    boolean within(String key, int perMinute);
}
