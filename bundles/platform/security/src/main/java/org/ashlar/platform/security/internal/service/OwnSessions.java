package org.ashlar.platform.security.internal.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.signin.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a user does with his own sessions, password and second step. Thread-safe. */
@Component(service = OwnSessions.class)
public final class OwnSessions {
    private final Access access;
    private final Sessions sessions;
    private final SignIn signIn;
    private final SecondStep second;
    private final Policies policies;

    /** By injection. */
    @Activate
    public OwnSessions(@Reference Access access, @Reference Sessions sessions, @Reference SignIn signIn,
            @Reference SecondStep second, @Reference Policies policies) {
        this.access = access;
        this.sessions = sessions;
        this.signIn = signIn;
        this.second = second;
        this.policies = policies;
    }

    /** The user's sessions. */
    public List<Mine> list(long userId, String secret) {
        long present = sessionId(secret);
        return sessions.list(userId).stream().map(s -> new Mine(s.id(), s.device(), s.address(), s.method(), s.startedAt(),
                s.seenAt(), s.id() == present)).toList();
    }

    /** Ends one of them. */
    public void end(long userId, long id) {
        if (!sessions.end(userId, id)) {
            throw Problem.notFound("platform.session", id);
        }
    }

    /** Ends all but the present one; returns how many. */
    public int endOthers(long userId, String secret) {
        return sessions.endOthers(userId, sessionId(secret));
    }

    /** Changes the password of a session's user. */
    public SignIn.Begun changePassword(String secret, String current, String password, Visitor visitor) {
        Sessions.Session session = session(secret);
        if (session.step() != null && !SignIn.EXPIRED.equals(session.step())) {
            throw stranger();
        }
        Account account = account(session);
        return asUser(account, visitor, () -> signIn.changePassword(session, current, password, visitor));
    }

    /** Takes the second step. */
    public SignIn.Begun secondStep(String secret, String code, String recovery, Visitor visitor) {
        return signIn.secondStep(session(secret), code, recovery, visitor);
    }

    /** What there is of a second step. */
    public Totp totp(String secret) {
        Account account = account(session(secret));
        return new Totp(second.enrolled(account.id()), policies.demandsTotp(account), second.recoveryCodesLeft(account.id()));
    }

    /** A new secret; a session that is in use asks for the password once more. */
    public SecondStep.Enrolment enrol(String secret, String password, Visitor visitor) {
        Sessions.Session session = session(secret);
        Account account = account(session);
        if (session.step() == null) {
            again(session, account, password, visitor);
        } else if (!SignIn.TOTP_ENROL.equals(session.step())) {
            throw stranger();
        }
        return second.enrol(account.id(), account.login());
    }

    /** Confirms the secret; a session that waited for it goes on under a new secret. */
    public Confirmed confirm(String secret, String code, Visitor visitor) {
        Sessions.Session session = session(secret);
        Account account = account(session);
        if (session.step() != null && !SignIn.TOTP_ENROL.equals(session.step())) {
            throw stranger();
        }
        signIn.pace(account);
        List<String> codes = second.confirm(account.id(), code);
        return new Confirmed(codes, session.step() == null ? null : signIn.proceed(session, account, visitor));
    }

    /** New recovery codes. */
    public List<String> recoveryCodes(String secret, String code, Visitor visitor) {
        Sessions.Session session = usable(secret);
        requireCode(session, code, null, visitor);
        return second.newRecoveryCodes(session.userId());
    }

    /** Takes one's own second step away, unless a rule demands it. */
    public void remove(String secret, String code, String recovery, Visitor visitor) {
        Sessions.Session session = usable(secret);
        if (policies.demandsTotp(account(session))) {
            throw Problem.of(ProblemKind.DENIED, "platform.totp.demanded");
        }
        requireCode(session, code, recovery, visitor);
        second.remove(session.userId());
    }

    private void requireCode(Sessions.Session session, String code, String recovery, Visitor visitor) {
        signIn.requireCode(session, account(session), code, recovery, visitor);
    }

    private void again(Sessions.Session session, Account account, String password, Visitor visitor) {
        if (SignIn.PASSWORD.equals(session.method())) {
            signIn.requirePassword(account, password, visitor);
        }
    }

    private <T> T asUser(Account account, Visitor visitor, java.util.function.Supplier<T> work) {
        return access.bound() ? work.get() : access.as(new org.ashlar.platform.access.Caller(account.id(), account.login(), 0,
                java.util.Set.of(), java.util.Set.of(), account.locale(), java.time.ZoneOffset.UTC,
                org.ashlar.platform.access.Channel.WEB, visitor.address()), work);
    }

    private Sessions.Session usable(String secret) {
        Sessions.Session session = session(secret);
        if (session.step() != null) {
            throw stranger();
        }
        return session;
    }

    private Sessions.Session session(String secret) {
        return Optional.ofNullable(secret).flatMap(sessions::use).orElseThrow(OwnSessions::stranger);
    }

    private Account account(Sessions.Session session) {
        return signIn.account(session.userId()).orElseThrow(OwnSessions::stranger);
    }

    private long sessionId(String secret) {
        return secret == null ? 0 : sessions.use(secret).map(Sessions.Session::id).orElse(0L);
    }

    private static Problem stranger() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn");
    }

    /**
     * One of the user's sessions.
     *
     * @param current whether it is the one that asks
     */
    public record Mine(long id, String device, String address, String method, Instant startedAt, Instant seenAt,
            boolean current) {
    }

    /**
     * The state of a second step.
     *
     * @param demanded whether a rule demands it
     */
    public record Totp(boolean enrolled, boolean demanded, int recoveryCodesLeft) {
    }

    /**
     * A confirmed second step.
     *
     * @param recoveryCodes shown once
     * @param begun the session that goes on, {@code null} if it was in use already
     */
    public record Confirmed(List<String> recoveryCodes, SignIn.Begun begun) {
        /** Never shows the codes. */
        @Override
        public String toString() {
            return "Confirmed[***]";
        }
    }
}
