package org.ashlar.platform.shell.internal.assets;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All files of one state of the shell under a base path that names the state: whatever changes changes the path, so that
 * browsers may keep files for ever. Thread-safe.
 */
final class Assets {
    static final String PREFIX = "/app/~";

    private final Map<String, byte[]> sources;
    private final Map<String, byte[]> linked;
    private final Map<String, Optional<Asset>> made = new ConcurrentHashMap<>();
    private final IconSprite icons;
    private final String base;
    private final IndexPage index;

    /**
     * All of it.
     *
     * @param link whether the scripts are put together into few files
     */
    Assets(Map<String, byte[]> sources, boolean link) {
        this.sources = sources;
        this.linked = link ? new Linker(sources).link() : Map.of();
        this.icons = new IconSprite(text("lib/lucide.svg"));
        this.base = PREFIX + state();
        this.index = IndexPage.of(text("index.html"), base);
    }

    IndexPage index() {
        return index;
    }

    String base() {
        return base;
    }

    /** The service worker of this state; or the one that takes back what others kept. */
    Asset worker(boolean keep) {
        String text = text(keep ? "offline/worker.js" : "offline/off.js").replace("%BASE%", base);
        return Asset.of("worker.js", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file by its path below the base. */
    Optional<Asset> find(String path) {
        return made.computeIfAbsent(path, p -> Optional.ofNullable(bytes(p)).map(b -> Asset.of(p, b)));
    }

    private byte[] bytes(String path) {
        if (path.equals("styles.css")) {
            return styles();
        }
        if (path.equals("icons.svg")) {
            return icons.of(List.of(text("icons.txt").trim().split("\\s+")));
        }
        if (path.startsWith("icon/") && path.endsWith(".svg")) {
            return icons.one(path.substring("icon/".length(), path.length() - ".svg".length()));
        }
        return path.equals("lib/lucide.svg") || path.equals("index.html") ? null
                : linked.getOrDefault(path, sources.get(path));
    }

    /** All style sheets of the start page in the order of their names, as one file. */
    private byte[] styles() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sources.forEach((path, bytes) -> {
            if (path.startsWith("styles/") && !path.startsWith("styles/areas/")) {
                out.writeBytes(bytes);
            }
        });
        return out.toByteArray();
    }

    private String text(String path) {
        byte[] bytes = sources.get(path);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private String state() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sources.forEach((path, bytes) -> {
            out.writeBytes(path.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(bytes);
        });
        return Asset.hash(out.toByteArray(), "SHA-256").substring(0, 12);
    }
}
