package org.ashlar.platform.webhooks.internal.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Address of a receiver, taken apart.
 *
 * @param tls whether it is https
 * @param host host, lower case
 * @param port port
 * @param target path with query
 */
public record HookAddress(boolean tls, String host, int port, String target) {

    /** The address; empty unless it is a plain http or https address without user. */
    public static Optional<HookAddress> of(String url) {
        try {
            URI uri = new URI(url);
            boolean tls = "https".equalsIgnoreCase(uri.getScheme());
            if (!tls && !"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new HookAddress(tls, uri.getHost().toLowerCase(Locale.ROOT),
                    uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Value of the Host header. */
    public String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    /** Where a redirect leads; empty if nowhere that may be called. */
    public Optional<HookAddress> redirect(String location) {
        try {
            URI base = new URI((tls ? "https" : "http") + "://" + authority() + target);
            // A secret conversation does not go on in the open.
            return of(base.resolve(location.strip()).toString()).filter(next -> next.tls || !tls);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a list of hosts, separated by blanks or commas, names this host, with or without its port. */
    public boolean named(String hosts) {
        for (String one : hosts.toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
            if (one.equals(host) || one.equals(host + ":" + port)) {
                return true;
            }
        }
        return false;
    }
}
