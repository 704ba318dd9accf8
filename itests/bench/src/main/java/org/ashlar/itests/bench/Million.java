package org.ashlar.itests.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Waiting;

/** What a million records do to exports and to the global search, with the heap as shipped. */
final class Million {

    private static final int BLOCK = 100_000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Site site;
    private final Figures figures;
    private final int rows;
    private boolean filled;

    Million(Site site, Figures figures, boolean quick) {
        this.site = site;
        this.figures = figures;
        this.rows = quick ? BLOCK : 1_000_000;
    }

    private void fill() {
        if (filled) {
            return;
        }
        long begin = System.nanoTime();
        for (int from = 0; from < rows; from += BLOCK) {
            StringBuilder csv = new StringBuilder("no,name,email,city\n");
            for (int i = from; i < from + BLOCK; i++) {
                csv.append(i).append(",Customer ").append(Integer.toString(i * 7919 % rows, 36)).append(" Trading Ltd ").append(i)
                        .append(",c").append(i).append("@example.com,note ").append(i).append('\n');
            }
            ObjectNode mapping = Api.JSON.createObjectNode().put("model", "masters.party").put("source", "million");
            mapping.putArray("key").add("no");
            ObjectNode columns = mapping.putObject("columns");
            columns.putObject("code").put("column", "no").put("prefix", "M-");
            columns.putObject("name").put("column", "name");
            columns.putObject("email").put("column", "email");
            columns.putObject("note").put("column", "city");
            columns.putObject("customer").put("value", true);
            site.api().importFile("parties.csv", csv.toString().getBytes(StandardCharsets.UTF_8), mapping, false);
        }
        figures.add("export", site.database(), "imported before, " + rows + " rows", "rows/s", rows / ((System.nanoTime() - begin) / 1e9));
        filled = true;
    }

    void export() throws Exception {
        fill();
        String fields = "&fields=code,name,email,note,customer,createdAt";
        figures.add("export", site.database(), "live heap before", "MiB", live());
        for (String ending : List.of("csv", "json", "xlsx")) {
            one(ending, fields);
        }
    }

    private void one(String ending, String fields) throws Exception {
        AtomicLong bytes = new AtomicLong();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicLong peak = new AtomicLong();
        AtomicLong resident = new AtomicLong();
        Thread watch = new Thread(() -> {
            while (!ended.get()) {
                try {
                    if (bytes.get() > 0) {
                        peak.accumulateAndGet((long) (live() * 1024), Math::max);
                    }
                    resident.accumulateAndGet((long) (site.memory() * 1024), Math::max);
                } catch (IOException gone) {
                    return;
                }
                Waiting.millis(3000);
            }
        });
        watch.setDaemon(true);
        long begin = System.nanoTime();
        watch.start();
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.instance().address() + "/api/v1/exports/masters/parties." + ending
                + "?filter=code==M-*" + fields)).header("Authorization", "Bearer " + site.token()).build();
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        double first = (System.nanoTime() - begin) / 1e6;
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = response.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.addAndGet(n);
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        ended.set(true);
        watch.join();
        if (response.statusCode() != 200 || ending.equals("csv") && lines != rows + 1) {
            throw new IllegalStateException(response.statusCode() + ", lines " + lines);
        }
        String what = rows + " rows as " + ending;
        figures.add("export", site.database(), what, "rows/s", rows / seconds);
        figures.add("export", site.database(), what + ", first byte", "ms", first);
        figures.add("export", site.database(), what + ", size", "MiB", bytes.get() / 1048576.0);
        figures.add("export", site.database(), what + ", live heap at most", "MiB", peak.get() / 1024.0);
        figures.add("export", site.database(), what + ", resident at most", "MiB", resident.get() / 1024.0);
    }

    /** Heap that is really held: used after a collection that is asked for. */
    private double live() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = String.valueOf(site.instance().pid());
        run(jcmd, pid, "GC.run");
        Matcher matcher = USED.matcher(run(jcmd, pid, "GC.heap_info"));
        long used = 0;
        while (matcher.find()) {
            if (!matcher.group().isEmpty() && used < Long.MAX_VALUE) {
                used += Long.parseLong(matcher.group(1));
            }
        }
        return used / 1024.0;
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Metaspace stands in the same text.
        int meta = out.indexOf("Metaspace");
        return meta < 0 ? out : out.substring(0, meta);
    }

    void search() throws Exception {
        fill();
        long begin = System.nanoTime();
        String last = "m-" + (rows - 1);
        while (!site.api().get("/search?q=" + last + "&models=masters.party").expect(200).text().contains("Ltd " + (rows - 1) + "\"")) {
            if (System.nanoTime() - begin > 1_800e9) {
                throw new IllegalStateException("The search index did not follow in half an hour");
            }
            Waiting.millis(2000);
        }
        figures.add("search", site.database(), "index of " + rows + " rows caught up after", "s", (System.nanoTime() - begin) / 1e9);
        Map<String, String> kinds = new java.util.LinkedHashMap<>();
        kinds.put("one code", "m-%d");
        kinds.put("one address", "c%d@example");
        kinds.put("two words", "ltd+%d");
        kinds.put("a word that all hold", "trading");
        kinds.put("a word nobody holds", "zzqx%d");
        kinds.put("a typo", "tradng+%d");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            AtomicLong next = new AtomicLong(12_345);
            figures.add("search", site.database(), "global search, " + rows + " rows: " + kind.getKey(), Load.run(1, 5, n -> {
                Wire wire = site.wire();
                return () -> {
                    wire.expect(200, "GET", "/api/v1/search?q=" + String.format(kind.getValue(), next.addAndGet(7_919) % rows), null);
                    return wire.statements();
                };
            }));
        }
    }
}
