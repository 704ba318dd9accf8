package org.ashlar.platform.console.internal.socket;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.ashlar.console.client.Frames;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console's door: a Unix domain socket in the instance's data folder that only the operating-system user of the
 * suite may open. It replaces SSH, which the distribution does not start. One thread per connection.
 */
@Component(immediate = true, service = ConsoleSocket.class)
public final class ConsoleSocket {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSocket.class);
    private static final int PATH_LIMIT = 100;

    private final SessionFactory sessions;
    private final Path path;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    /** Opens the socket; a file left by a killed suite is replaced. */
    @Activate
    public ConsoleSocket(BundleContext bundles, @Reference SessionFactory sessions) throws IOException {
        this.sessions = sessions;
        Path file = Path.of(bundles.getProperty("karaf.data"), "console.sock").toAbsolutePath();
        this.path = file.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_LIMIT ? file
                : Path.of("").toAbsolutePath().relativize(file);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Thread accept = new Thread(this::accept, "ashlar-console");
        accept.setDaemon(true);
        accept.start();
    }

    /** Closes the socket and every connection. */
    @Deactivate
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
        Files.deleteIfExists(path);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                open.add(channel);
                Thread connection = new Thread(() -> serve(channel), "ashlar-console-connection");
                connection.setDaemon(true);
                connection.start();
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("Console connection failed: {}", e.getMessage());
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            try (CommandRunner runner = new CommandRunner(sessions, new FrameOutput(out))) {
                while (true) {
                    Frames.exit(out, runner.run(Frames.command(in)));
                }
            }
        } catch (EOFException | ClosedChannelException e) {
            LOG.debug("Console connection ended");
        } catch (IOException e) {
            LOG.debug("Console connection broke off", e);
        } finally {
            open.remove(channel);
        }
    }
}
