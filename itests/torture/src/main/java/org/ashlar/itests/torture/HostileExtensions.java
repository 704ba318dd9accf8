package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** R18: extensions that mean harm or were made carelessly, while people work with the other modules. */
final class HostileExtensions implements Trial {

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();

    @Override
    public String name() {
        return "r18";
    }

    @Override
    public String title() {
        return "extensions that throw, hang, leak, flood, end the process or are not what was signed: the suite stays up";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        answered.set(0);
        failed.set(0);
        slowest.set(0);
        Path folder = Files.createTempDirectory("ashlar-hostile");
        String kind = ground.database().name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = ground.fresh("ashlar_hostile");
        environment.put("ASHLAR_EXTENSION_CALL_SECONDS", String.valueOf(HostileCalls.LIMIT_SECONDS));
        try (Instance instance = Instance.unpack("hostile-" + kind, environment)) {
            instance.start();
            Api api = Tenant.dollars(instance, "SAFE").admin();
            HostileJar jars = new HostileJar(folder, instance.home());
            try (Crowd people = new Crowd(2, (client, turn) -> work(api, client, turn))) {
                signatures(instance, jars, report);
                starts(instance, api, jars, report);
                HostileCalls calls = new HostileCalls(instance, api, jars);
                calls.thatHang(report);
                calls.thatLeaveThingsBehind(report);
                report.atMost("log folder later, the flooder's threads are still there", megabytes(instance.home().resolve("data/log")),
                        30, "MB");
            }
            report.did("requests to other modules meanwhile", answered.get(), "");
            report.atMost("failed requests to other modules", failed.get(), 0, "");
            report.atMost("longest answer of other modules", slowest.get() / 1e9, 5, "s");
            theEnd(instance, jars, report);
            report.atMost("breaches of the auditor", Ground.breaches(api), 0, "");
        }
    }

    private void work(Api api, int client, int turn) {
        long begin = System.nanoTime();
        int status;
        try {
            status = client == 0 ? api.get("/finance/entries?limit=20").status()
                    : api.post("/masters/parties", "{'name':'During " + turn + "'}").status();
        } catch (java.io.UncheckedIOException e) {
            status = 0;
        }
        slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        answered.incrementAndGet();
        if (status == 0 || status >= 300) {
            failed.incrementAndGet();
        }
        Waiting.millis(20);
    }

    private static void signatures(Instance instance, HostileJar jars, Report report) throws Exception {
        Path trust = Files.createDirectories(instance.home().resolve("data/trust"));
        Path plain = jars.bundle("unsigned", "", "");
        int refused = refused(instance, "", plain, "not signed");
        Path signed = jars.bundle("signed", "", "");
        Path certificate = jars.sign(signed, "partner");
        refused += refused(instance, "", signed, "trust");
        Files.copy(certificate, trust.resolve("partner.pem"), StandardCopyOption.REPLACE_EXISTING);
        refused += refused(instance, "", jars.changed(signed, "changed", "words.txt"), "sign");
        refused += refused(instance, "--unsigned", jars.changed(signed, "changed-too", "words.txt"), "sign");
        refused += refused(instance, "", jars.changed(signed, "added", "more.txt"), "sign");
        Path stranger = jars.bundle("stranger", "", "");
        jars.sign(stranger, "stranger");
        refused += refused(instance, "--unsigned", stranger, "trust");
        report.atLeast("unsigned, changed, added to, by a stranger: refused (of 6)", refused, 6, "");
        instance.console("ashlar:extension-install " + signed);
        String listed = instance.console("ashlar:extensions --json");
        report.atLeast("signed by a trusted partner: installed, signer named", listed.contains("CN=partner")
                && listed.contains("ACTIVE") ? 1 : 0, 1, "");
    }

    private static void starts(Instance instance, Api api, HostileJar jars, Report report) throws IOException {
        int refused = refused(instance, "--unsigned", jars.bundle("thrower", "throw new IllegalStateException(\"thrown in start\");",
                ""), "thrown in start");
        refused += refused(instance, "--unsigned", jars.bundle("linker", "throw new NoClassDefFoundError(\"gone\");", ""), "gone");
        refused += refused(instance, "--unsigned", jars.bundle("lacking", "", ",com.example.absent"), "com.example.absent");
        report.atLeast("throws, lacks classes or imports: refused with the reason (of 3)", refused, 3, "");
        long begin = System.nanoTime();
        report.atLeast("hangs in start: refused", refused(instance, "--unsigned",
                jars.bundle("hanger", "while (true) { try { Thread.sleep(60000); } catch (InterruptedException e) { continue; } }", ""), ""), 1, "");
        report.atMost("hangs in start: given up after", (System.nanoTime() - begin) / 1e9, 40, "s");
        begin = System.nanoTime();
        instance.console("ashlar:extension-install --unsigned " + jars.bundle("after-hanger", "", ""));
        report.atMost("the next extension is installed after", (System.nanoTime() - begin) / 1e9, 10, "s");
        instance.console("ashlar:extension-install --unsigned " + jars.bundle("flooder", "for (int t = 0; t < 2; t++) {"
                + " new Thread(() -> { for (int i = 0; i < 400000; i++) { System.getLogger(\"flood\").log(System.Logger.Level.ERROR,"
                + " \"flood \" + i + \" " + "x".repeat(200) + "\"); } }).start(); }", ""));
        Waiting.millis(15_000);
        report.atMost("log folder after 15 s of a flood in two threads", megabytes(instance.home().resolve("data/log")), 30, "MB");
        report.atLeast("named by the health check", HostileCalls.named(api, "floods the log", "flooder"), 1, "");
        instance.console("ashlar:extension-uninstall flooder");
    }

    private static void theEnd(Instance instance, HostileJar jars, Report report) throws IOException {
        Path jar = jars.bundle("exiter", "Runtime.getRuntime().halt(3);", "");
        refused(instance, "--unsigned", jar, "");
        Waiting.until("the process has ended", Duration.ofSeconds(30),
                () -> ProcessHandle.of(instance.pid()).map(p -> !p.isAlive()).orElse(true));
        report.atMost("after an extension ended the process: start to ready", instance.start(), 30, "s");
        try {
            Waiting.until("the signed extension is back", Duration.ofMinutes(1), () -> state(instance, "signed").equals("ACTIVE"));
        } catch (AssertionError e) {
            System.out.println(instance.console("ashlar:extensions"));
        }
        report.atLeast("the signed extension is back", state(instance, "signed").equals("ACTIVE") ? 1 : 0, 1, "");
        report.atLeast("what hung or ended the process is skipped (of 2)", Stream.of("hanger", "exiter")
                .filter(n -> state(instance, n).equals("QUARANTINED")).count(), 2, "");
        instance.console("ashlar:extension-uninstall exiter");
        report.atMost("still there after uninstalling", instance.console("ashlar:extensions --json").contains("exiter") ? 1 : 0, 0, "");
    }

    static String state(Instance instance, String name) {
        try {
            for (JsonNode extension : Api.JSON.readTree(instance.console("ashlar:extensions --json"))) {
                if (extension.path("name").asText().equals(name)) {
                    return extension.path("state").asText();
                }
            }
            return "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** 1 if the installation is refused with these words. */
    private static int refused(Instance instance, String options, Path jar, String words) {
        try {
            instance.console("ashlar:extension-install " + options + " " + jar);
            System.out.println(jar.getFileName() + " was accepted");
            return 0;
        } catch (AssertionError e) {
            boolean said = e.getMessage().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
            System.out.println(jar.getFileName() + ": " + e.getMessage().strip());
            return said ? 1 : 0;
        }
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() / 1e6;
        }
    }
}
