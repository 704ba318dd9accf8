package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.Test;

/**
 * An administrator rehearses upgrades of the demo company: one that changes tables and keeps the figures, one that changes
 * figures, one whose migration breaks. The live data stays as it is.
 */
abstract class RehearsalFlow {

    private final Databases database;

    RehearsalFlow(Databases database) {
        this.database = database;
    }

    @Test
    void anUpgradeIsTriedOnACopyFirst() throws IOException {
        String name = "rehearsal-" + database.name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = new HashMap<>(database.environment(name.replace('-', '_')));
        environment.put("ASHLAR_DEMO", "true");
        try (Instance instance = Instance.unpack(name, environment)) {
            instance.start();
            List<JsonNode> before = figures(instance);
            Path good = jar(instance, "good", "<addColumn tableName='sales_order'><column name='rehearsed' type='VARCHAR(20)'/></addColumn>"
                    + "<sql>UPDATE sales_order SET rehearsed = state</sql>");
            assertThat(instance.console("ashlar:module-upgrade --dry-run " + good)).contains("migration").contains("sales-good");
            JsonNode same = Api.JSON.readTree(instance.console("ashlar:rehearse-upgrade --json --jar " + good));
            assertThat(names(same)).contains("report finance.trialBalance closingDebit", "report inventory.valuation value",
                    "records sales.order", "records finance.entry");
            same.forEach(figure -> assertThat(figure.path("after")).isEqualTo(figure.path("before")));

            // A rehearsal starts a whole suite, so each database proves one of the two.
            if (database == Databases.DERBY) {
                figuresThatDifferAreShown(instance);
            } else {
                theChangesetThatFailsIsNamed(instance);
            }
            assertThat(figures(instance)).isEqualTo(before);
            assertThat(instance.console("ashlar:module-upgrade --dry-run " + good)).contains("sales-good");
            assertThat(instance.home().resolve("data/tmp/rehearsal")).doesNotExist();
        }
    }

    private static void theChangesetThatFailsIsNamed(Instance instance) throws IOException {
        Path bad = jar(instance, "bad", "<sql>UPDATE sales_order SET total_amount = total_amount + 1</sql>"
                + "</changeSet><changeSet id='sales-worse' author='test'><sql>UPDATE sales_nowhere SET x = 1</sql>");
        assertThatThrownBy(() -> instance.console("ashlar:rehearse-upgrade --jar " + bad))
                .hasMessageContaining("live data is untouched").hasMessageContaining("sales-worse");
    }

    private static void figuresThatDifferAreShown(Instance instance) throws IOException {
        Path wrong = jar(instance, "wrong", "<sql>UPDATE sales_order SET total_amount = total_amount + 1</sql>");
        assertThatThrownBy(() -> instance.console("ashlar:rehearse-upgrade --jar " + wrong))
                .hasMessageContaining("sales.byYearAndState totalAmount").hasMessageContaining("DIFFERS");
    }

    /** Without what the suite's own daily task adds to the calendar of a company meanwhile. */
    private static List<JsonNode> figures(Instance instance) throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        Api.JSON.readTree(instance.console("ashlar:figures --json")).forEach(figures::add);
        figures.removeIf(f -> f.path("name").asText().matches("records (masters.fiscalYear|finance.period)"));
        return figures;
    }

    private static List<String> names(JsonNode figures) {
        List<String> names = new ArrayList<>();
        figures.forEach(f -> names.add(f.path("name").asText()));
        return names;
    }

    /** The sales module with one more changeset. */
    private static Path jar(Instance instance, String name, String changes) throws IOException {
        Path source;
        try (Stream<Path> files = Files.walk(instance.home().resolve("system/org/ashlar/sales"))) {
            source = files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Path target = instance.home().resolve("sales-" + name + ".jar");
        try (ZipFile zip = new ZipFile(source.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = in.readAllBytes();
                    out.write(entry.getName().equals("ASHLAR-INF/migration/changelog.xml") ? new String(content, StandardCharsets.UTF_8)
                            .replace("</databaseChangeLog>", "<changeSet id='sales-" + name + "' author='test'>" + changes
                                    + "</changeSet></databaseChangeLog>").getBytes(StandardCharsets.UTF_8) : content);
                }
                out.closeEntry();
            }
        }
        return target;
    }
}
