package org.ashlar.platform.operations.internal.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.ashlar.platform.module.ModulePlans.Contents;
import org.ashlar.platform.module.ModulePlans.Titled;

/**
 * What a module brings, read from its texts, menus and roles without running any of it: every model, action, report and rule
 * has a text (the build sees to that). Pure.
 */
final class ContentsReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ON_RECORDS = List.of("create", "delete", "read", "update");

    private ContentsReader() {
    }

    static Contents read(List<ModuleJar> jars, Locale locale) {
        List<Titled> models = new ArrayList<>();
        List<Titled> actions = new ArrayList<>();
        List<Titled> reports = new ArrayList<>();
        List<Titled> rules = new ArrayList<>();
        List<Titled> menus = new ArrayList<>();
        List<Titled> roles = new ArrayList<>();
        TreeSet<String> permissions = new TreeSet<>();
        for (ModuleJar jar : jars) {
            Properties texts = texts(jar, locale);
            for (String key : new TreeSet<>(texts.stringPropertyNames())) {
                String[] parts = key.split("\\.");
                String id = key.substring(key.indexOf('.') + 1);
                if (parts[0].equals("model") && parts.length == 3) {
                    models.add(new Titled(id, texts.getProperty(key)));
                    ON_RECORDS.forEach(right -> permissions.add(id + "." + right));
                } else if (parts[0].equals("action") && parts.length == 4) {
                    actions.add(new Titled(id, texts.getProperty(key)));
                    permissions.add(id);
                } else if (parts[0].equals("report") && parts.length == 3) {
                    reports.add(new Titled(id, texts.getProperty(key)));
                } else if (parts[0].equals("rule") && parts.length == 3) {
                    rules.add(new Titled(id, texts.getProperty(key)));
                }
            }
            menus(jar, texts, menus);
            roles(jar, texts, roles, permissions);
        }
        return new Contents(models, actions, reports, rules, menus, roles, List.copyOf(permissions));
    }

    private static void menus(ModuleJar jar, Properties texts, List<Titled> menus) {
        String module = jar.module().orElse("");
        for (JsonNode menu : json(jar, "ASHLAR-INF/menu/menu.json").path("menus")) {
            String id = menu.path("id").asText();
            String title = texts.getProperty("menu." + module + "." + id, texts.getProperty("model." + menu.path("model").asText(), id));
            menus.add(new Titled(module + "." + id, title));
        }
    }

    private static void roles(ModuleJar jar, Properties texts, List<Titled> roles, TreeSet<String> permissions) {
        String own = jar.module().orElse("") + ".";
        for (JsonNode role : json(jar, "ASHLAR-INF/security/roles.json")) {
            String id = role.path("id").asText();
            roles.add(new Titled(id, texts.getProperty("role." + id, id)));
            role.path("grants").forEach(grant -> {
                if (grant.asText().startsWith(own) && !grant.asText().contains("*")) {
                    permissions.add(grant.asText());
                }
            });
        }
    }

    private static JsonNode json(ModuleJar jar, String path) {
        byte[] content = jar.read(path);
        try {
            return content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
        } catch (IOException broken) {
            return JSON.createObjectNode();
        }
    }

    static Properties texts(ModuleJar jar, Locale locale) {
        Properties texts = new Properties();
        load(texts, jar.read("ASHLAR-INF/i18n/messages_en.properties"));
        if ("zh".equals(locale.getLanguage())) {
            load(texts, jar.read("ASHLAR-INF/i18n/messages_zh.properties"));
        }
        // Texts are message formats, in which an apostrophe is written twice.
        texts.replaceAll((key, text) -> text.toString().replace("''", "'"));
        return texts;
    }

    private static void load(Properties texts, byte[] content) {
        try {
            texts.load(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException("messages", e));
        }
    }
}
