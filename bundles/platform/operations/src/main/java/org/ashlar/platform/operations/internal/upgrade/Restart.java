package org.ashlar.platform.operations.internal.upgrade;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the suite in order and starts it again in the same process, so that nobody has to watch over it. Whatever ends the process
 * meanwhile: the next start by hand does the same. Thread-safe.
 */
@Component(service = Restart.class)
public final class Restart {

    private static final Logger LOG = LoggerFactory.getLogger(Restart.class);
    /** Read by the launcher of the framework once that has stopped. */
    private static final String AGAIN = "karaf.restart";
    /** Who asked for it still gets his answer. */
    private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final BundleContext context;

    /** By injection. */
    @Activate
    public Restart(BundleContext context) {
        this.context = context;
        System.setProperty(AGAIN, "false");
    }

    void soon() {
        Thread thread = new Thread(() -> {
            LockSupport.parkNanos(ANSWER_NANOS);
            LOG.info("The suite starts again");
            System.setProperty(AGAIN, "true");
            try {
                context.getBundle(Constants.SYSTEM_BUNDLE_ID).stop();
            } catch (BundleException e) {
                LOG.error("The suite does not stop; restart it by hand", e);
            }
        }, "ashlar-restart");
        thread.start();
    }
}
