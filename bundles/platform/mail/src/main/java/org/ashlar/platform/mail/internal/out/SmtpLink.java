package org.ashlar.platform.mail.internal.out;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.MimeMessage;
import org.ashlar.platform.mail.internal.model.Encryption;

/**
 * A connection to an SMTP server that knows whether the end of a mail's text went out: before that nothing has been sent,
 * after it only the server's answer says. Confined to the sending thread.
 */
final class SmtpLink implements AutoCloseable {
    private static final String CONNECT_MILLIS = "10000";
    private static final String TALK_MILLIS = "60000";

    private final Session session;
    private final Transport transport;

    SmtpLink(ServerAccount server) throws MessagingException {
        boolean tls = server.encryption() == Encryption.TLS;
        String name = tls ? "smtps" : "smtp";
        Properties settings = new Properties();
        settings.put("mail." + name + ".connectiontimeout", CONNECT_MILLIS);
        settings.put("mail." + name + ".timeout", TALK_MILLIS);
        settings.put("mail." + name + ".writetimeout", TALK_MILLIS);
        settings.put("mail." + name + ".ssl.checkserveridentity", "true");
        settings.put("mail." + name + ".starttls.enable", String.valueOf(server.encryption() == Encryption.STARTTLS));
        settings.put("mail." + name + ".starttls.required", String.valueOf(server.encryption() == Encryption.STARTTLS));
        settings.put("mail." + name + ".auth", String.valueOf(server.user() != null && server.password() != null));
        settings.put("mail." + name + ".localhost", server.fromAddress().substring(server.fromAddress().indexOf('@') + 1));
        settings.put("mail." + name + ".from", server.fromAddress());
        session = Session.getInstance(settings);
        transport = new Transport(session, name, tls);
        transport.connect(server.host(), server.port(), server.user(), server.password());
    }

    Session session() {
        return session;
    }

    boolean connected() {
        return transport.isConnected();
    }

    /**
     * Sends.
     *
     * @param handOver asked just before the end of the text goes out; {@code false} stops it
     * @throws Lost if the connection broke after that
     */
    void send(MimeMessage message, BooleanSupplier handOver) throws MessagingException {
        transport.handOver = handOver;
        transport.handedOver = false;
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            int code = transport.getLastReturnCode();
            if (transport.handedOver && (code < 400 || code > 599)) {
                throw new Lost(e);
            }
            throw e;
        }
    }

    /** Whether the server's last word was a refusal for good. */
    boolean refused() {
        int code = transport.getLastReturnCode();
        return code >= 500 && code <= 599;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is gone already.
        }
    }

    /** The server did not say whether it took the mail over. */
    static final class Lost extends MessagingException {
        private static final long serialVersionUID = 1L;

        Lost(Exception cause) {
            super("The connection broke before the server's answer: " + cause.getMessage(), cause);
        }
    }

    private static final class Transport extends SMTPTransport {
        private BooleanSupplier handOver = () -> true;
        private boolean handedOver;

        Transport(Session session, String name, boolean tls) {
            super(session, new URLName(name, null, -1, null, null, null), name, tls);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            if (!handOver.getAsBoolean()) {
                throw new MessagingException("Another node has taken the mail");
            }
            handedOver = true;
            super.finishData();
        }
    }
}
