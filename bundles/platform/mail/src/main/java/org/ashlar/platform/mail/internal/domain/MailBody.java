package org.ashlar.platform.mail.internal.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimePart;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.ParseException;
import javax.mail.util.ByteArrayDataSource;
import org.ashlar.platform.mail.MailMessage;

/** Texts and files of one mail, collected part by part. Confined to one reading. */
final class MailBody {
    private static final int DEPTH = 20;
    private static final int PARTS = 500;
    private static final int FILES = 100;
    private static final int LONGEST_TEXT = 500_000;
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^--([^\\r\\n]{1,5000}?)[ \\t]*$");
    private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*<([^<>\\s]{1,250})>");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.\\d+\\.\\d+");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*([^\\r\\n]{1,500}(\\r?\\n[ \\t][^\\r\\n]{1,500})*)");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<MailMessage.File> files = new ArrayList<>();
    private String report;
    private String reported;
    private int parts;

    private MailBody() {
    }

    /** The body of bytes that have no header at all. */
    static MailBody of(byte[] bytes) {
        MailBody body = new MailBody();
        body.plain.append(Charsets.decode(bytes, null));
        return body;
    }

    static MailBody of(MimeMessage message) throws MessagingException, IOException {
        MailBody body = new MailBody();
        body.add(message, 0);
        return body;
    }

    String text() {
        String text = plain.length() > 0 || html.length() == 0 ? plain.toString() : SafeHtml.text(html.toString());
        String clean = text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "").strip();
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) + " ..." : clean;
    }

    String html() {
        return html.length() == 0 || html.length() > LONGEST_TEXT ? null : SafeHtml.clean(html.toString()).replace("\u0000", "");
    }

    List<MailMessage.File> files() {
        return List.copyOf(files);
    }

    ParsedMail.Bounce bounce() {
        if (report == null) {
            return null;
        }
        Matcher status = STATUS.matcher(report);
        Matcher diagnostic = DIAGNOSTIC.matcher(report);
        Matcher id = ID.matcher(reported == null ? "" : reported);
        return new ParsedMail.Bounce(id.find() ? id.group(1) : null,
                diagnostic.find() ? diagnostic.group(1).replaceAll("\\s+", " ").strip() : "", status.find()
                        && status.group(1).equals("5"));
    }

    private void add(MimePart part, int depth) throws MessagingException, IOException {
        if (++parts > PARTS) {
            throw new UnreadableMail("more than " + PARTS + " parts", null);
        }
        ContentType type = type(part);
        String media = (type.getPrimaryType() + "/" + type.getSubType()).toLowerCase(Locale.ROOT);
        if (media.startsWith("multipart/")) {
            multipart(part, depth);
        } else if (media.equals("message/delivery-status")) {
            report = Charsets.decode(content(part), null);
        } else if (media.equals("text/rfc822-headers")) {
            reported = Charsets.decode(content(part), null);
        } else if (media.startsWith("message/")) {
            byte[] bytes = content(part);
            if (reported == null) {
                reported = new String(bytes, 0, Math.min(bytes.length, 20_000), StandardCharsets.ISO_8859_1);
            }
            file(part, "message/rfc822", bytes);
        } else if (isText(part, media)) {
            text(part, type, media);
        } else {
            file(part, media, content(part));
        }
    }

    private void multipart(MimePart part, int depth) throws MessagingException, IOException {
        Multipart multipart = depth < DEPTH ? split(part) : null;
        if (multipart == null) {
            // Parts that cannot be told apart: nothing of what was written is thrown away.
            append(plain, Charsets.decode(content(part), null));
            return;
        }
        for (int i = 0; i < multipart.getCount(); i++) {
            add((MimePart) multipart.getBodyPart(i), depth + 1);
        }
    }

    /** The parts, by the boundary that the header names, else by the first line that looks like one; {@code null} if none. */
    private static Multipart split(MimePart part) throws IOException, MessagingException {
        try {
            if (part.getContent() instanceof Multipart found && found.getCount() > 0) {
                return found;
            }
        } catch (MessagingException | IOException broken) {
            // Tried without the header below.
        }
        byte[] bytes = content(part);
        Matcher line = BOUNDARY.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!line.find() || line.group(1).endsWith("--")) {
            return null;
        }
        try {
            Multipart guessed = new MimeMultipart(new ByteArrayDataSource(bytes, "multipart/mixed"));
            return guessed.getCount() > 0 ? guessed : null;
        } catch (MessagingException broken) {
            return null;
        }
    }

    private static ContentType type(MimePart part) throws MessagingException {
        String[] raw = part.getHeader("Content-Type");
        try {
            return raw == null ? new ContentType("text", "plain", null) : new ContentType(raw[0].strip());
        } catch (ParseException wrong) {
            boolean html = raw[0].toLowerCase(Locale.ROOT).contains("html");
            return new ContentType("text", html ? "html" : "plain", null);
        }
    }

    private static boolean isText(MimePart part, String media) throws MessagingException {
        return (media.equals("text/plain") || media.equals("text/html") || media.equals("text/enriched"))
                && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) && name(part) == null;
    }

    private static String disposition(MimePart part) {
        try {
            return part.getDisposition();
        } catch (MessagingException wrong) {
            return null;
        }
    }

    private void text(MimePart part, ContentType type, String media) throws MessagingException, IOException {
        String text = Charsets.decode(content(part), type.getParameter("charset"));
        append(media.equals("text/html") ? html : plain, text);
    }

    private static void append(StringBuilder to, String text) {
        if (to.length() > 0 && !text.isBlank()) {
            to.append("\n");
        }
        to.append(text);
    }

    /** The decoded bytes; as they came where the encoding is broken. */
    private static byte[] content(MimePart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException | RuntimeException broken) {
            try (InputStream in = part instanceof MimeMessage message ? message.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return in.readAllBytes();
            }
        }
    }

    private void file(MimePart part, String media, byte[] bytes) throws MessagingException {
        if (bytes.length > 0 && files.size() < FILES) {
            String given = name(part);
            files.add(new MailMessage.File(FileNames.safe(given, media, files.size() + 1), media, bytes));
        }
    }

    private static String name(MimePart part) {
        try {
            String name = part.getFileName();
            return name == null || name.isBlank() ? null : HeaderTexts.decode(name);
        } catch (MessagingException wrong) {
            return null;
        }
    }
}
