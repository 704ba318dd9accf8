package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.Map;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.Test;

/** The distribution starts in a network namespace that has nothing but a loopback interface, with an empty home folder. */
class OfflineTest {

    private static final String SCRIPT = """
            ip link set lo up
            export HOME=$(mktemp -d)
            bin/karaf daemon > console.log 2>&1 &
            suite=$!
            for i in $(seq 600); do
              sleep 0.4
              if bash -c 'exec 3<>/dev/tcp/127.0.0.1/9181; printf "GET /api/v1/health/ready HTTP/1.0\\r\\n\\r\\n" >&3; head -n 1 <&3' \
                  2>/dev/null | grep -q ' 200'; then
                kill $suite; wait $suite; exit 0
              fi
            done
            kill -9 $suite; exit 1
            """;

    private static boolean namespaces() {
        try {
            return new ProcessBuilder("unshare", "-n", "ip", "link", "set", "lo", "up").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void itStartsWithoutANetwork() throws IOException, InterruptedException {
        assumeTrue(namespaces(), "this user may not make a network namespace");
        Path home = Instance.unpack("offline", Map.of()).home();
        ProcessBuilder builder = new ProcessBuilder("unshare", "-n", "bash", "-c", SCRIPT).directory(home.toFile());
        builder.environment().put("ASHLAR_HTTP_PORT", "9181");
        builder.environment().put("ASHLAR_DEMO", "false");
        builder.environment().put("ASHLAR_ADMIN_PASSWORD", Instance.ADMIN_PASSWORD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).redirectOutput(home.resolve("offline.log").toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> log(home)).isZero();
    }

    private static String log(Path home) {
        try {
            return Files.readString(home.resolve("data/log/ashlar.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
