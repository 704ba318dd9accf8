package org.ashlar.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Three hundred texts that would run if a page took them for more than text: each script in each place it could break out of. */
final class Payloads {

    private Payloads() {
    }

    static List<String> all() {
        List<String> scripts = lines("/security/scripts.txt");
        return lines("/security/contexts.txt").stream().flatMap(context -> scripts.stream()
                .map(script -> context.replace("%s", script).replace("%%", "%"))).toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Payloads.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
