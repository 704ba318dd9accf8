package org.ashlar.platform.collaboration.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files are taken, and as what they are sent back. The type follows from the name's extension, and the first bytes
 * must fit it: a page named as a picture is refused. What the sender says about the type is not believed.
 */
public final class FileTypes {

    /** Bytes that {@link #fits} looks at. */
    public static final int HEAD = 512;

    private static final String ZIP = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final Map<String, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("pdf", "application/pdf"), Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"), Map.entry("gif", "image/gif"), Map.entry("webp", "image/webp"),
            Map.entry("bmp", "image/bmp"), Map.entry("tif", "image/tiff"), Map.entry("tiff", "image/tiff"),
            Map.entry("heic", "image/heic"), Map.entry("txt", "text/plain"), Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"), Map.entry("json", "application/json"), Map.entry("xml", "application/xml"),
            Map.entry("eml", "message/rfc822"), Map.entry("ics", "text/calendar"), Map.entry("vcf", "text/vcard"),
            Map.entry("docx", ZIP + "wordprocessingml.document"), Map.entry("xlsx", ZIP + "spreadsheetml.sheet"),
            Map.entry("pptx", ZIP + "presentationml.presentation"), Map.entry("odt", ODF + "text"),
            Map.entry("ods", ODF + "spreadsheet"), Map.entry("odp", ODF + "presentation"), Map.entry("ofd", "application/ofd"),
            Map.entry("zip", "application/zip"), Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"), Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("wps", "application/vnd.ms-works"), Map.entry("mp3", "audio/mpeg"), Map.entry("mp4", "video/mp4")));
    private static final Set<String> INLINE = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> OLE = Set.of("doc", "xls", "ppt", "wps");
    private static final Set<String> ZIPPED = Set.of("docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd", "zip");
    private static final Set<String> TEXTS = Set.of("txt", "md", "csv", "json", "xml", "eml", "ics", "vcf");

    private FileTypes() {
    }

    /** Extensions that are taken unless a setting says otherwise. */
    public static Set<String> extensions() {
        return TYPES.keySet();
    }

    /** The media type that goes with an extension. */
    public static String mediaType(String extension) {
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** Whether a browser may show it inside a page: it holds no script that would run with the page's rights. */
    public static boolean inline(String mediaType) {
        return INLINE.contains(mediaType);
    }

    /** Whether the first bytes fit the extension; those of unknown extensions always do, since they are never shown. */
    public static boolean fits(String extension, byte[] head) {
        if (OLE.contains(extension)) {
            return starts(head, 0xd0, 0xcf, 0x11, 0xe0);
        }
        if (ZIPPED.contains(extension)) {
            return starts(head, 'P', 'K');
        }
        if (TEXTS.contains(extension)) {
            return utf16(head) || !contains(head, (byte) 0);
        }
        return switch (extension) {
            case "pdf" -> new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
            case "png" -> starts(head, 0x89, 'P', 'N', 'G');
            case "jpg", "jpeg" -> starts(head, 0xff, 0xd8, 0xff);
            case "gif" -> starts(head, 'G', 'I', 'F', '8');
            case "webp" -> starts(head, 'R', 'I', 'F', 'F') && at(head, 8, 'W', 'E', 'B', 'P');
            case "bmp" -> starts(head, 'B', 'M');
            case "tif", "tiff" -> starts(head, 'I', 'I') || starts(head, 'M', 'M');
            case "heic", "mp4" -> at(head, 4, 'f', 't', 'y', 'p');
            case "mp3" -> starts(head, 'I', 'D', '3') || starts(head, 0xff);
            default -> true;
        };
    }

    private static boolean utf16(byte[] head) {
        return starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
    }

    private static boolean contains(byte[] head, byte wanted) {
        for (byte b : head) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... bytes) {
        return at(head, 0, bytes);
    }

    private static boolean at(byte[] head, int from, int... bytes) {
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return head.length >= from + bytes.length && Arrays.equals(head, from, from + bytes.length, wanted, 0, wanted.length);
    }
}
