package org.ashlar.itests.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Waiting;

/** Extensions that start well and do harm later: their calls do not return, or they stay in memory when they are replaced. */
final class HostileCalls {

    /** How long a call may be inside an extension, in these trials. */
    static final int LIMIT_SECONDS = 10;
    /** More than the server has threads. */
    private static final int CALLERS = 80;
    private static final int SEATS = 16;

    private final Instance instance;
    private final Api api;
    private final HostileJar jars;

    HostileCalls(Instance instance, Api api, HostileJar jars) {
        this.instance = instance;
        this.api = api;
        this.jars = jars;
    }

    void thatHang(Report report) throws IOException {
        install(jars.resource("slow", "Thread.sleep(600000); return \"{}\";"));
        install(jars.resource("deaf", "while (true) { try { Thread.sleep(60000); } catch (InterruptedException e) { continue; } }"));
        String administrators = instance.console("ashlar:token-create --company SAFE --json admin");
        Api admin = instance.anonymous().token(Api.JSON.readTree(administrators).path("token").asText());
        Waiting.until("the resources are published", Duration.ofMinutes(1), () -> admin.get("/openapi.json").text().contains("/deaf"));
        long begin = System.nanoTime();
        Answer slow = admin.get("/slow");
        report.atMost("a call that sleeps: ended after", (System.nanoTime() - begin) / 1e9, LIMIT_SECONDS + 10, "s");
        report.atLeast("its caller is told that it failed, it stays installed", slow.status() == 500
                && HostileExtensions.state(instance, "slow").equals("ACTIVE") ? 1 : 0, 1, "");
        AtomicInteger full = new AtomicInteger();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                try {
                    full.addAndGet(admin.get("/deaf").status() == 503 ? 1 : 0);
                } catch (java.io.UncheckedIOException e) {
                    // Its call never returns, as intended.
                }
            });
            caller.setDaemon(true);
            caller.start();
        }
        begin = System.nanoTime();
        Waiting.until("it is set aside", Duration.ofMinutes(2), () -> HostileExtensions.state(instance, "deaf").equals("QUARANTINED"));
        report.atMost(CALLERS + " calls that never return: set aside after", (System.nanoTime() - begin) / 1e9, 40, "s");
        report.atLeast("of them refused with 503 at once", full.get(), CALLERS - SEATS, "");
        begin = System.nanoTime();
        install(jars.resource("after-deaf", "return \"{}\";"));
        Waiting.until("the next one answers", Duration.ofMinutes(2), () -> admin.get("/after-deaf").status() == 200);
        report.atMost("the next extension answers after", (System.nanoTime() - begin) / 1e9, 10, "s");
        report.atLeast("named by the health check", named(api, "did not return", "deaf"), 1, "");
    }

    void thatLeaveThingsBehind(Report report) throws IOException {
        Path leaking = jars.bundle("leaker", "Thread t = new Thread(() -> { while (true) { try { Thread.sleep(60000); }"
                + " catch (InterruptedException e) { continue; } } }); t.setDaemon(true); t.start();", "");
        Path clean = jars.bundle("tidy", "", "");
        for (int i = 0; i < 3; i++) {
            install(leaking);
            install(clean);
        }
        report.atLeast("replaced twice, its old versions stay: named by the health check", named(api, "in memory", "leaker"), 1, "");
        report.atMost("a tidy one is not named", named(api, "in memory", "tidy"), 0, "");
    }

    private void install(Path jar) {
        instance.console("ashlar:extension-install --unsigned " + jar);
    }

    static int named(Api api, String words, String name) {
        for (var finding : api.get("/checkup").expect(200).json().path("findings")) {
            String text = finding.path("text").asText();
            if (text.contains(name) && text.contains(words)) {
                return 1;
            }
        }
        return 0;
    }
}
