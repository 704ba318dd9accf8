package org.ashlar.platform.operations.internal.extension;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Starts one bundle in a thread of its own and waits for it at most 30 seconds. Never persistently: the framework alone would start it unwatched. */
final class SupervisedStart {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private SupervisedStart() {
    }

    /** {@code null} if it started, else why not. */
    static String start(Bundle bundle) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return null;
        });
        Thread thread = new Thread(task, "extension-start-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return null;
        } catch (TimeoutException e) {
            thread.interrupt();
            return "It did not start within " + LIMIT.toSeconds() + " s.";
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof BundleException b && b.getCause() != null ? b.getCause() : e.getCause();
            return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The suite is stopping.";
        }
    }
}
