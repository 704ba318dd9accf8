package org.ashlar.platform.approvals.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.TaskEntity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.settings.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time links by mail that decide one task without signing in, where the company switched them on (setting
 * {@code approvals.mailLinks}) and said its address (setting {@code approvals.address}). The secret of 256 bits is stored
 * hashed, holds three days and for one decision. Looking changes nothing. Thread-safe.
 */
@Component(service = Links.class)
public final class Links {

    private static final Duration VALID = Duration.ofDays(3);
    private static final int BYTES = 32;

    private final BundleContext context;
    private final Settings settings;
    private final Users users;
    private final Messages messages;
    private final Sql sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** By injection. */
    @Activate
    public Links(BundleContext context, @Reference Settings settings, @Reference Users users, @Reference Messages messages,
            @Reference Sql sql, @Reference Clock clock) {
        this.context = context;
        this.settings = settings;
        this.users = users;
        this.messages = messages;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The task that a link stands for.
     *
     * @param request request id
     * @param user approver
     * @param company company
     */
    public record Target(long request, long user, long company) {
    }

    /** The open task of a link, empty if the link is wrong, used or too old. */
    public Optional<Target> find(String secret) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return sql.any(db -> db.fetchOptional("select t.request_id, t.user_id, r.company_id from platform_approval_task t"
                + " join platform_approval_request r on r.id = t.request_id where t.link_hash = ? and t.state = 'OPEN'"
                + " and r.state = 'PENDING' and r.current_step = t.step_code and t.link_until > ?", hash(secret), now))
                .map(row -> new Target(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class)));
    }

    /** Mails a link for a new task, in the running transaction. */
    void mail(RequestEntity request, TaskEntity task, String policy) {
        String address = settings.get("approvals.address", "");
        ServiceReference<Mail> reference = context.getServiceReference(Mail.class);
        Users.User user = users.find(task.getUser()).orElse(null);
        if (!"true".equals(settings.get("approvals.mailLinks", "false")) || address.isBlank() || reference == null
                || user == null || user.email() == null) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        task.setLink(hash(secret));
        task.setLinkUntil(clock.instant().plus(VALID));
        String link = address.replaceAll("/+$", "") + "/app/approvals/link/" + secret;
        Locale locale = user.locale();
        String requester = users.find(request.getRequester()).map(Users.User::name).orElse("");
        String reason = request.getReason() == null ? "" : request.getReason();
        context.getService(reference).send(new MailMessage(
                "approval/" + request.getId() + "/" + task.getStep() + "/" + task.getRound() + "/" + task.getUser(),
                List.of(user.email()), List.of(),
                messages.text(locale, "platform.approval.mail.subject", List.of(request.getTitle(), policy)),
                messages.text(locale, "platform.approval.mail.text", List.of(requester, request.getTitle(), policy, reason, link)),
                null, List.of(), request.getModel(), request.getRecord()));
    }

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
