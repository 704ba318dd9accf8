package org.ashlar.platform.shell.internal.assets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one page. Its import map is the only inline script and allowed by its hash; everything else comes from files.
 *
 * @param html the page
 * @param policy Content-Security-Policy of the page
 */
record IndexPage(Asset html, String policy) {
    private static final Pattern MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    static IndexPage of(String template, String base) {
        String html = template.replace("%BASE%", base);
        Matcher map = MAP.matcher(html);
        String hash = map.find() ? " 'sha256-" + Base64.getEncoder().encodeToString(
                Asset.digest(map.group(1).getBytes(StandardCharsets.UTF_8), "SHA-256")) + "'" : "";
        String policy = "default-src 'none'; script-src 'self'" + hash + "; style-src 'self'; img-src 'self' data: blob:; "
                + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; "
                + "frame-src 'self' blob:; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
        return new IndexPage(Asset.of("index.html", html.getBytes(StandardCharsets.UTF_8)), policy);
    }
}
