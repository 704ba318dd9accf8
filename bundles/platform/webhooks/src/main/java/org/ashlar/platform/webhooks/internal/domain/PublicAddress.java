package org.ashlar.platform.webhooks.internal.domain;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether an address belongs to the public internet: what is not (IANA special-purpose registries: private, loopback,
 * link-local, shared, documentation, multicast, and IPv6 forms that carry such an IPv4 address) is where a company's own
 * machines answer without asking. Pure.
 */
public final class PublicAddress {
    private static final int[][] REFUSED = {{0, 0, 8}, {10, 0, 8}, {100, 64, 10}, {127, 0, 8}, {169, 254, 16}, {172, 16, 12},
        {192, 168, 16}, {198, 18, 15}, {224, 0, 4}, {240, 0, 4}};
    private static final int[][] REFUSED_24 = {{192, 0, 0}, {192, 0, 2}, {192, 88, 99}, {198, 51, 100}, {203, 0, 113}};

    private PublicAddress() {
    }

    /** Whether it may be called. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? v4(bytes) : address instanceof Inet6Address && v6(bytes);
    }

    private static boolean v4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int both = first << 8 | second;
        for (int[] range : REFUSED) {
            int length = range[2];
            int mask = 0xffff << 16 - length & 0xffff;
            if ((both & mask) == ((range[0] << 8 | range[1]) & mask)) {
                return false;
            }
        }
        return Arrays.stream(REFUSED_24).noneMatch(r -> r[0] == first && r[1] == second && r[2] == (bytes[2] & 0xff));
    }

    private static boolean v6(byte[] bytes) {
        if (zero(bytes, 0, 10) && (bytes[10] & 0xff) == 0xff && (bytes[11] & 0xff) == 0xff || zero(bytes, 0, 12)) {
            return !zero(bytes, 0, 15) && v4(Arrays.copyOfRange(bytes, 12, 16));
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first == 0x64 && second == 0xff9b) {
            return zero(bytes, 4, 12) && v4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return v4(Arrays.copyOfRange(bytes, 2, 6));
        }
        // Global unicast is 2000::/3; of it Teredo, benchmarking, ORCHID and documentation are not for us.
        return (first & 0xe000) == 0x2000 && !(first == 0x2001 && (second < 0x200 || second == 0xdb8)) && first != 0x3fff;
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** All addresses of a host. */
    public static InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }
}
