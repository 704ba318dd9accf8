package org.ashlar.platform.webhooks.internal.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.osgi.framework.BundleContext;

/** Name of this node in leases, the same over restarts, as the kernel names it. Pure. */
public final class NodeName {

    private NodeName() {
    }

    /** {@code ASHLAR_NODE}, else host name and data folder. */
    public static String of(BundleContext context) {
        String given = System.getenv("ASHLAR_NODE");
        if (given != null && !given.isBlank()) {
            return given.trim();
        }
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return host + "-" + Integer.toHexString(String.valueOf(context.getProperty("karaf.data")).hashCode());
    }
}
