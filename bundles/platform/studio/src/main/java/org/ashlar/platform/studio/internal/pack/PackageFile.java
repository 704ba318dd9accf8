package org.ashlar.platform.studio.internal.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** The ZIP file: {@code manifest.json} and one JSON array of records per model. Bounded against hostile files. Pure. */
final class PackageFile {

    static final int FORMAT = 1;
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_ENTRIES = 500;
    private static final int LARGEST = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private PackageFile() {
    }

    static byte[] write(Map<String, List<Map<String, Object>>> records, Instant now) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ObjectNode manifest = JSON.createObjectNode().put("format", FORMAT).put("created", now.toString());
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (Map.Entry<String, List<Map<String, Object>>> entry : records.entrySet()) {
                byte[] bytes = JSON.writeValueAsBytes(entry.getValue());
                String name = "records/" + entry.getKey() + ".json";
                parts.put(name, bytes);
                manifest.withArray("parts").addObject().put("model", entry.getKey()).put("file", name)
                        .put("records", entry.getValue().size()).put("sha256", hash(bytes));
            }
            manifest.withArray("parts");
            add(zip, MANIFEST, JSON.writeValueAsBytes(manifest));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                add(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Records by model in the order of the manifest. */
    static Map<String, List<Map<String, Object>>> read(byte[] file) {
        Map<String, byte[]> entries = entries(file);
        byte[] first = entries.get(MANIFEST);
        if (first == null) {
            throw damaged(MANIFEST);
        }
        Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>();
        try {
            JsonNode manifest = JSON.readTree(first);
            int format = manifest.path("format").asInt();
            if (format != FORMAT) {
                throw Problem.of(ProblemKind.RULE, "platform.package.format", String.valueOf(format), String.valueOf(FORMAT));
            }
            for (JsonNode part : manifest.path("parts")) {
                String name = part.path("file").asText();
                byte[] bytes = entries.get(name);
                if (bytes == null || !hash(bytes).equals(part.path("sha256").asText())) {
                    throw damaged(name);
                }
                records.put(part.path("model").asText(), JSON.readValue(bytes, new TypeReference<>() {
                }));
            }
        } catch (JsonProcessingException e) {
            throw damaged("JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static Map<String, byte[]> entries(byte[] file) {
        Map<String, byte[]> entries = new HashMap<>();
        int left = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || entries.size() >= MOST_ENTRIES || entries.put(entry.getName(), bytes) != null) {
                    throw damaged(entries.size() >= MOST_ENTRIES || left < 0 ? "ZIP" : MANIFEST);
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("ZIP");
        }
        return entries;
    }

    private static Problem damaged(String what) {
        return Problem.of(ProblemKind.BAD_REQUEST, "platform.package.file", what);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
