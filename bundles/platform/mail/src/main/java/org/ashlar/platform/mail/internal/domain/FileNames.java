package org.ashlar.platform.mail.internal.domain;

import java.util.Map;

/** Names of files that are safe to store and to send. Pure. */
public final class FileNames {
    private static final int LONGEST = 150;
    private static final Map<String, String> ENDINGS = Map.of("message/rfc822", "eml", "text/plain", "txt", "text/html",
            "html", "application/pdf", "pdf", "image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "text/calendar",
            "ics", "application/ms-tnef", "dat");

    private FileNames() {
    }

    /** The name without path and control characters; one of its own if there is none. */
    public static String safe(String name, String media, int number) {
        String clean = name == null ? "" : name.replaceAll("[\\p{Cntrl}\"<>|*?:]", "").replaceAll(".*[/\\\\]", "").strip();
        clean = clean.replaceAll("^\\.+", "");
        if (clean.isEmpty()) {
            return "file-" + number + "." + ENDINGS.getOrDefault(media, "bin");
        }
        if (clean.length() <= LONGEST) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        return clean.substring(0, LONGEST - ending.length()) + ending;
    }
}
