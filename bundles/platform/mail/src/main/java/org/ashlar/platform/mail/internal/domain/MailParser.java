package org.ashlar.platform.mail.internal.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MailDateFormat;
import javax.mail.internet.MimeMessage;

/** Reads mails as they come, however badly they are made. Stateless. */
public final class MailParser {
    private static final int LONGEST_SUBJECT = 990;
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+[ \\t]*:");
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,250})>");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\",;:()]{1,64}@[^\\s<>@\",;:()]{1,190})");

    static {
        // Read once by the mail classes; nothing else in this process uses them.
        for (String lenient : List.of("mail.mime.multipart.ignoremissingboundaryparameter", "mail.mime.multipart.allowempty",
                "mail.mime.base64.ignoreerrors",
                "mail.mime.uudecode.ignoreerrors", "mail.mime.ignoreunknownencoding", "mail.mime.applefilenames",
                "mail.mime.windowsfilenames")) {
            System.setProperty(lenient, "true");
        }
        System.setProperty("mail.mime.parameters.strict", "false");
    }

    private MailParser() {
    }

    /**
     * Reads a mail.
     *
     * @throws UnreadableMail if it is none
     */
    public static ParsedMail parse(byte[] bytes) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail classes find their handlers through the thread's class loader.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            Properties lenient = new Properties();
            lenient.setProperty("mail.mime.address.strict", "false");
            return read(new MimeMessage(Session.getInstance(lenient), new ByteArrayInputStream(bytes)), bytes);
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new UnreadableMail(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static ParsedMail read(MimeMessage message, byte[] bytes) throws MessagingException, IOException {
        if (bytes.length == 0) {
            throw new UnreadableMail("empty", null);
        }
        MailBody body = headers(message) ? MailBody.of(message) : MailBody.of(bytes);
        String from = header(message, "From");
        String address = address(from);
        return new ParsedMail(messageId(message, bytes), references(message), address, name(from, address),
                shorten(header(message, "Subject")), body.text(), body.html(), sentAt(message),
                Automatic.reason(message, address), body.bounce(), body.files());
    }

    private static boolean headers(MimeMessage message) throws MessagingException {
        Enumeration<String> lines = message.getAllHeaderLines();
        while (lines.hasMoreElements()) {
            if (HEADER.matcher(lines.nextElement()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : HeaderTexts.decode(values[0]);
    }

    private static String messageId(MimeMessage message, byte[] bytes) throws MessagingException {
        Matcher id = ID.matcher(header(message, "Message-ID"));
        if (id.find()) {
            return id.group(1);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)) + "@content";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> references(MimeMessage message) throws MessagingException {
        List<String> found = new ArrayList<>();
        Matcher reply = ID.matcher(header(message, "In-Reply-To"));
        while (reply.find()) {
            found.add(reply.group(1));
        }
        int own = found.size();
        Matcher reference = ID.matcher(header(message, "References"));
        while (reference.find()) {
            if (!found.contains(reference.group(1))) {
                found.add(own, reference.group(1));
            }
        }
        return found.size() > 50 ? List.copyOf(found.subList(0, 50)) : List.copyOf(found);
    }

    static String address(String from) {
        int open = from.lastIndexOf('<');
        Matcher address = ADDRESS.matcher(open >= 0 ? from.substring(open) : from);
        return address.find() || address.reset(from).find() ? address.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static String name(String from, String address) {
        int open = from.lastIndexOf('<');
        String name = open > 0 ? from.substring(0, open)
                : from.contains("(") && from.endsWith(")") ? from.substring(from.indexOf('(') + 1, from.length() - 1) : "";
        String clean = name.replace("\\\"", "'").replace("\"", "").strip();
        return clean.isEmpty() || clean.equalsIgnoreCase(address) ? null : clean.length() > 200 ? clean.substring(0, 200) : clean;
    }

    private static String shorten(String subject) {
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }

    private static Instant sentAt(MimeMessage message) throws MessagingException {
        String date = header(message, "Date");
        try {
            return date.isEmpty() ? null : new MailDateFormat().parse(date).toInstant();
        } catch (ParseException e) {
            return null;
        }
    }

    /** The text of bytes that are no mail, to show something of them. */
    public static String glimpse(byte[] bytes) {
        int length = Math.min(bytes.length, 200);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]+", " ").strip();
    }
}
