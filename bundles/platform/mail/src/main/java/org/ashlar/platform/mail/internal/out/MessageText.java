package org.ashlar.platform.mail.internal.out;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;
import org.ashlar.platform.mail.MailMessage;

/** Builds what goes over the wire: UTF-8, plain text beside HTML, file names that survive (RFC 2231). Pure. */
final class MessageText {

    private MessageText() {
    }

    static MimeMessage build(Session session, Outgoing mail, ServerAccount server, Instant now) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.messageId() + ">");
            }
        };
        message.setFrom(address(server.fromAddress(), server.fromName()));
        message.setRecipients(Message.RecipientType.TO, recipients(mail.to()));
        if (mail.cc() != null && !mail.cc().isEmpty()) {
            message.setRecipients(Message.RecipientType.CC, recipients(mail.cc()));
        }
        if (server.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(server.replyTo(), server.fromName())});
        }
        message.setSubject(server.subjectToken() ? mail.subject() + " [#" + mail.token() + "]" : mail.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("X-Ashlar-Mail", String.valueOf(mail.id()));
        if (mail.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", "<" + mail.inReplyTo() + ">");
            message.setHeader("References", "<" + mail.inReplyTo() + ">");
        }
        content(message, mail);
        message.saveChanges();
        return message;
    }

    private static InternetAddress[] recipients(String list) throws MessagingException {
        InternetAddress[] all = InternetAddress.parse(list, false);
        for (InternetAddress one : all) {
            name(one, one.getPersonal());
        }
        return all;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        return name(new InternetAddress(address, false), name);
    }

    private static InternetAddress name(InternetAddress address, String name) throws MessagingException {
        try {
            address.setPersonal(name, "UTF-8");
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
    }

    private static void content(MimeMessage message, Outgoing mail) throws MessagingException {
        if (mail.files().isEmpty()) {
            words(message, mail);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words(words, mail);
        mixed.addBodyPart(words);
        for (MailMessage.File file : mail.files()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(Part.ATTACHMENT);
            mixed.addBodyPart(part);
        }
        message.setContent(mixed);
    }

    private static void words(Part part, Outgoing mail) throws MessagingException {
        if (mail.html() == null) {
            part.setDataHandler(text(mail.text(), "plain"));
            return;
        }
        MimeMultipart alternative = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setDataHandler(text(mail.text(), "plain"));
        alternative.addBodyPart(plain);
        MimeBodyPart html = new MimeBodyPart();
        html.setDataHandler(text(mail.html(), "html"));
        alternative.addBodyPart(html);
        part.setContent(alternative);
    }

    private static DataHandler text(String text, String kind) {
        return new DataHandler(new ByteArrayDataSource((text == null ? "" : text).getBytes(StandardCharsets.UTF_8),
                "text/" + kind + "; charset=UTF-8"));
    }
}
