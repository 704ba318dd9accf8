package org.ashlar.console.client;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs commands in a running suite over its local socket: {@code Main <socket> [command...]}. Without a command it reads
 * lines from standard input. Ends with the exit code of the last command; 2 if the suite cannot be reached.
 */
public final class Main {

    /** Longest path in bytes that every Unix takes for a socket address. */
    private static final int PATH_LIMIT = 100;

    private Main() {
    }

    /** Entry point. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true,
                StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: Main <socket> [command...]");
            System.exit(2);
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(shorten(Path.of(arguments[0]))))) {
            DataOutputStream send = new DataOutputStream(Channels.newOutputStream(channel));
            DataInputStream receive = new DataInputStream(Channels.newInputStream(channel));
            int code = arguments.length > 1
                    ? run(String.join(" ", Arrays.copyOfRange(arguments, 1, arguments.length)), send, receive, out)
                    : loop(send, receive, out);
            out.flush();
            System.exit(code);
        } catch (java.net.SocketException e) {
            out.println("The suite is not running here (" + arguments[0] + "). Start it with ./ashlar run.");
            System.exit(2);
        }
    }

    private static Path shorten(Path path) {
        Path absolute = path.toAbsolutePath();
        return absolute.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_LIMIT ? absolute
                : Path.of("").toAbsolutePath().relativize(absolute);
    }

    private static int loop(DataOutputStream send, DataInputStream receive, PrintStream out) throws IOException {
        boolean terminal = System.console() != null;
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int code = 0;
        while (true) {
            if (terminal) {
                out.print("ashlar> ");
                out.flush();
            }
            String line = lines.readLine();
            if (line == null || line.strip().equals("exit") || line.strip().equals("logout")) {
                return code;
            }
            if (!line.isBlank()) {
                code = run(line, send, receive, out);
            }
        }
    }

    private static int run(String command, DataOutputStream send, DataInputStream receive, PrintStream out)
            throws IOException {
        Frames.command(send, command);
        while (true) {
            byte kind = receive.readByte();
            int number = receive.readInt();
            if (kind == 'X') {
                return number;
            }
            out.write(receive.readNBytes(number));
            out.flush();
        }
    }
}
