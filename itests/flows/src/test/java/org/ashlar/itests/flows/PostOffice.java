package org.ashlar.itests.flows;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.ashlar.itests.support.Ports;

/** A mail server of the world outside: real SMTP and IMAP on ports of its own. */
final class PostOffice implements AutoCloseable {
    final int smtp = Ports.free();
    final int imap = Ports.free();
    private GreenMail server;

    void open() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
    }

    GreenMailUser user(String address, String login, String password) {
        return server.setUser(address, login, password);
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** Mails whose subject contains the words. */
    List<MimeMessage> received(String words) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getSubject() != null && message.getSubject().contains(words)) {
                found.add(message);
            }
        }
        return found;
    }

    /** What the pattern's first group finds in the texts of mails whose subject contains the words. */
    List<String> found(String pattern, String words) {
        try {
            List<String> found = new ArrayList<>();
            for (MimeMessage mail : received(words)) {
                Pattern.compile(pattern).matcher(String.join(" ", parts(mail))).results().map(m -> m.group(1)).forEach(found::add);
            }
            return found;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts a mail into a mailbox as it is. */
    void deliver(GreenMailUser to, String mail) throws MessagingException {
        deliver(to, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void deliver(GreenMailUser to, byte[] mail) throws MessagingException {
        to.deliver(new MimeMessage(Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(mail)));
    }

    /** Media types of all parts, in order, with the words of texts. */
    static List<String> parts(Part part) throws MessagingException, IOException {
        List<String> all = new ArrayList<>();
        if (part.getContent() instanceof Multipart multipart) {
            all.add(part.getContentType().replaceAll(";.*", "").replaceAll("\\s.*", ""));
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                all.addAll(parts(child));
            }
        } else {
            all.add(part.getContentType().replaceAll(";.*", "") + " " + (part.getContent() instanceof String text
                    ? text.strip() : part.getFileName()));
        }
        return all;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
