package org.ashlar.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.ashlar.platform.security.internal.domain.Networks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of proxies that the operator named, and of nobody else:
 * the address is the last one that was not added by such a proxy. Immutable, thread-safe.
 */
final class Proxies {
    /** Addresses and ranges of the proxies, separated by commas. */
    static final String VARIABLE = "ASHLAR_TRUSTED_PROXIES";
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private final Networks trusted;

    Proxies(String trusted) {
        this.trusted = read(trusted);
    }

    private static Networks read(String text) {
        try {
            return Networks.of(text);
        } catch (IllegalArgumentException e) {
            LOG.error("{} names {}, which is no address; no proxy is believed", VARIABLE, e.getMessage());
            return Networks.of("");
        }
    }

    /** The request as it was before the proxies passed it on. */
    HttpServletRequest origin(HttpServletRequest request) {
        if (trusted.isEmpty() || !trusted.contain(request.getRemoteAddr())) {
            return request;
        }
        String address = client(request.getHeader("X-Forwarded-For"), request.getRemoteAddr());
        String scheme = last(request.getHeader("X-Forwarded-Proto"));
        return new Forwarded(request, address, scheme);
    }

    private String client(String header, String otherwise) {
        if (header == null) {
            return otherwise;
        }
        String[] hops = header.split(",");
        String address = otherwise;
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].trim();
            address = hop;
            if (!trusted.contain(hop)) {
                break;
            }
        }
        return address.length() > 64 ? address.substring(0, 64) : address;
    }

    private static String last(String header) {
        return header == null ? null : header.substring(header.lastIndexOf(',') + 1).trim();
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String address;
        private final String scheme;

        Forwarded(HttpServletRequest request, String address, String scheme) {
            super(request);
            this.address = address;
            this.scheme = "https".equalsIgnoreCase(scheme) ? "https" : "http".equalsIgnoreCase(scheme) ? "http" : null;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return scheme == null ? super.isSecure() : "https".equals(scheme);
        }

        @Override
        public String getScheme() {
            return scheme == null ? super.getScheme() : scheme;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            int colon = url.indexOf(":");
            return scheme == null || colon < 0 ? url : url.replace(0, colon, scheme);
        }
    }
}
