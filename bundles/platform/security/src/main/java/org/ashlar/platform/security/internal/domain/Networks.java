package org.ashlar.platform.security.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of addresses and CIDR ranges of IPv4 and IPv6; looks nothing up. Immutable, thread-safe. */
public final class Networks {
    private static final Range LOOPBACK6 = range("::1");
    private static final Optional<byte[]> HERE = parse("127.0.0.1");
    private final List<Range> ranges;

    private Networks(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads a list separated by blanks or commas.
     *
     * @throws IllegalArgumentException with the part that is none
     */
    public static Networks of(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.trim().split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                ranges.add(range(part));
            }
        }
        return new Networks(ranges);
    }

    /** Whether the list names nothing. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether an address lies in one of the ranges; {@code false} for what is no address. */
    public boolean contain(String address) {
        Optional<byte[]> bytes = parse(address);
        return bytes.isPresent() && ranges.stream().anyMatch(r -> r.contains(bytes.get()));
    }

    /** Whether it is an address of this machine itself. */
    public static boolean loopback(String address) {
        if (address == null || !address.startsWith("127.") && address.indexOf(':') < 0) {
            return false;
        }
        Optional<byte[]> bytes = "127.0.0.1".equals(address) ? HERE : parse(address);
        return bytes.isPresent() && (bytes.get().length == 4 ? bytes.get()[0] == 127
                : LOOPBACK6.contains(bytes.get()));
    }

    private static Range range(String part) {
        int slash = part.indexOf('/');
        byte[] bytes = parse(slash < 0 ? part : part.substring(0, slash)).orElseThrow(() -> new IllegalArgumentException(part));
        int bits = bytes.length * Byte.SIZE;
        if (slash >= 0) {
            String length = part.substring(slash + 1);
            bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : -1;
            if (bits < 0 || bits > bytes.length * Byte.SIZE) {
                throw new IllegalArgumentException(part);
            }
        }
        return new Range(bytes, bits);
    }

    /** Bytes of a written address, never of a name. */
    private static Optional<byte[]> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = plain.indexOf('%');
        plain = zone < 0 ? plain : plain.substring(0, zone);
        return plain.indexOf(':') < 0 ? four(plain) : six(plain);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("\\d{1,3}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> six(String text) {
        if (!text.matches("[0-9A-Fa-f:.]{2,45}")) {
            return Optional.empty();
        }
        try {
            // A text of this shape is read as a number, so no name is looked up.
            byte[] bytes = java.net.InetAddress.getByName(text).getAddress();
            return Optional.of(bytes);
        } catch (java.net.UnknownHostException e) {
            return Optional.empty();
        }
    }

    private record Range(byte[] start, int bits) {
        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % Byte.SIZE;
                if ((address[i / Byte.SIZE] & mask) != (start[i / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
