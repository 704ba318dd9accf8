package org.ashlar.platform.security.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.aries.jpa.template.JpaTemplate;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a new installation: with {@code ASHLAR_ADMIN_PASSWORD} the administrator {@code admin} is created, otherwise a
 * one-time link is left in a file that only the suite's own account can read. Does nothing once somebody can sign in.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final long STEP_MILLIS = 200;
    private static final String PASSWORD = "ASHLAR_ADMIN_PASSWORD";

    private final Setup setup;
    private final Catalog catalog;
    private final Path link;
    private final Thread thread;
    private volatile boolean done;

    /** By injection; the template says that the persistence unit is up. */
    @Activate
    public FirstStart(BundleContext context, @Reference Setup setup, @Reference Catalog catalog,
            @Reference(target = "(osgi.unit.name=security)") JpaTemplate unit) {
        this.setup = setup;
        this.catalog = catalog;
        String data = context.getProperty("karaf.data");
        this.link = Path.of(data == null ? "." : data, "setup-link");
        this.thread = new Thread(this::open, "ashlar-first-start");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() {
        thread.interrupt();
    }

    /** Whether somebody can sign in or set up now, or the failure of it was reported. */
    boolean done() {
        return done;
    }

    /** Forgets the link, because it was used. */
    public void used() {
        try {
            Files.deleteIfExists(link);
        } catch (IOException e) {
            LOG.warn("The used set-up link could not be removed: {}", e.getMessage());
        }
    }

    private void open() {
        try {
            while (catalog.find("platform.user").isEmpty()) {
                Thread.sleep(STEP_MILLIS);
            }
            if (!setup.needed()) {
                used();
                return;
            }
            String password = System.getenv(PASSWORD);
            if (password == null || password.isEmpty() || !createAdmin(password)) {
                writeLink();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("The first administrator could not be prepared", e);
        } finally {
            done = true;
        }
    }

    private boolean createAdmin(String password) {
        try {
            setup.createAdmin(new Setup.FirstAdmin("admin", password, "Administrator", null));
            used();
            LOG.info("User admin created with the password of {}", PASSWORD);
            return true;
        } catch (Problem weak) {
            LOG.error("{} is refused ({}); use the set-up link instead", PASSWORD, weak.code());
            return false;
        }
    }

    private void writeLink() throws IOException {
        String host = env("ASHLAR_HTTP_HOST", "127.0.0.1");
        String address = "http://" + ("0.0.0.0".equals(host) ? "127.0.0.1" : host) + ":" + env("ASHLAR_HTTP_PORT", "8181")
                + "/setup?token=" + setup.newToken();
        Path draft = link.resolveSibling("setup-link.new");
        Files.deleteIfExists(draft);
        if (Files.getFileStore(link.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, address + "\n");
        Files.move(draft, link, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("Nobody can sign in yet: open the address in {}", link);
    }

    private static String env(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
