package org.ashlar.platform.mail.internal.domain;

import java.util.Locale;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/**
 * Whether a machine wrote a mail (RFC 3834 and what programs did before it). Such mails answer nobody's question and two
 * machines could write to each other for ever. Pure.
 */
final class Automatic {

    private Automatic() {
    }

    static String reason(MimeMessage message, String from) throws MessagingException {
        String submitted = first(message, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return "Auto-Submitted: " + submitted;
        }
        String precedence = first(message, "Precedence");
        if (precedence.equals("bulk") || precedence.equals("junk") || precedence.equals("list")
                || precedence.equals("auto_reply")) {
            return "Precedence: " + precedence;
        }
        for (String header : new String[] {"X-Autoreply", "X-Autorespond", "X-Auto-Response", "List-Id", "X-Loop",
            "X-Ashlar-Mail"}) {
            if (message.getHeader(header) != null) {
                return header;
            }
        }
        if (first(message, "Return-Path").equals("<>")) {
            return "Return-Path: <>";
        }
        String local = from.substring(0, Math.max(0, from.indexOf('@')));
        return local.equals("mailer-daemon") || local.equals("postmaster") || local.startsWith("no-reply")
                || local.startsWith("noreply") ? from : null;
    }

    private static String first(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : HeaderTexts.decode(values[0]).toLowerCase(Locale.ROOT);
    }
}
