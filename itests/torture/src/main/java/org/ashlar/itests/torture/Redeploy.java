package org.ashlar.itests.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ashlar.itests.support.Waiting;

/** R17: a module is replaced again and again while people work with it and with others. */
final class Redeploy implements Trial {

    @Override
    public String name() {
        return "r17";
    }

    @Override
    public String title() {
        return "50 hot redeploys under load: others never fail, own window short, nothing leaks";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        int redeploys = ground.size(50, 5);
        long customer = ground.customer("Undisturbed");
        Path jar = jar(ground.instance().home(), "purchasing");
        AtomicInteger foreign = new AtomicInteger();
        AtomicInteger foreignFailed = new AtomicInteger();
        AtomicInteger odd = new AtomicInteger();
        AtomicLong away = new AtomicLong();
        AtomicLong longest = new AtomicLong();
        // The first redeploy fills caches that stay; counting starts after it.
        deploy(ground, jar);
        long loaders = loaders(ground);
        double heap = heap(ground);
        try (Crowd others = new Crowd(3, (client, turn) -> {
            int status = client == 0 ? ground.api().get("/masters/parties/" + customer).status()
                    : client == 1 ? ground.api().post("/masters/parties", "{'name':'During " + turn + "'}").status()
                            : ground.api().get("/finance/entries?limit=20").status();
            foreign.incrementAndGet();
            if (status >= 300) {
                foreignFailed.incrementAndGet();
            }
        }); Crowd own = new Crowd(1, (client, turn) -> {
            var answer = ground.api().get("/purchasing/orders?limit=1");
            long now = System.nanoTime();
            if (answer.status() == 503 && answer.header("Retry-After") != null) {
                away.compareAndSet(0, now);
            } else if (answer.status() == 200) {
                long since = away.getAndSet(0);
                longest.accumulateAndGet(since == 0 ? 0 : now - since, Math::max);
            } else {
                odd.incrementAndGet();
            }
            Waiting.millis(5);
        })) {
            for (int i = 0; i < redeploys; i++) {
                deploy(ground, jar);
            }
        }
        report.did("redeploys", redeploys, "");
        report.did("requests to other modules", foreign.get(), "");
        report.atMost("failed requests to other modules", foreignFailed.get(), 0, "");
        report.atMost("own answers other than 200 and 503", odd.get(), 0, "");
        report.atMost("longest own absence", longest.get() / 1e9, 2, "s");
        report.atMost("class loaders more than before", Math.max(0, loaders(ground) - loaders), 1, "");
        report.atMost("heap after collection more than before", Math.max(0, heap(ground) - heap), 10, "MiB");
    }

    private static void deploy(Ground ground, Path jar) {
        ground.instance().console("ashlar:module-upgrade " + jar);
        Waiting.until("purchasing answers", java.time.Duration.ofSeconds(30),
                () -> ground.api().get("/purchasing/orders?limit=1").status() == 200);
    }

    private static Path jar(Path home, String artifact) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("system/org/ashlar/" + artifact))) {
            return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private static long loaders(Ground ground) throws Exception {
        jcmd(ground, "GC.run");
        jcmd(ground, "GC.run");
        return jcmd(ground, "VM.classloader_stats").lines().filter(l -> l.contains("BundleClassLoader")).count();
    }

    /** Used heap in MiB after a collection. */
    private static double heap(Ground ground) throws Exception {
        jcmd(ground, "GC.run");
        return jcmd(ground, "GC.heap_info").lines().filter(l -> l.contains("total ") && l.contains("used "))
                .map(l -> l.replaceAll(".*used (\\d+)K.*", "$1")).mapToLong(Long::parseLong).sum() / 1024.0;
    }

    private static String jcmd(Ground ground, String command) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(java(ground)), command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The Java process: the one started, or its child when a script started it. */
    private static long java(Ground ground) {
        ProcessHandle started = ProcessHandle.of(ground.instance().pid()).orElseThrow();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(p -> p.info().command().orElse("").endsWith("java")).findFirst().orElse(started).pid();
    }
}
