package org.ashlar.platform.identity.internal.service;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.identity.internal.domain.Claims;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.signin.SignIns;
import org.ashlar.platform.signin.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people in who come back from a provider, and decides which user they are. Thread-safe. */
@Component(service = OidcSignIn.class)
public final class OidcSignIn {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,32}");

    private final Ways ways;
    private final Attempts attempts;
    private final Connect connect;
    private final SignIns signIns;
    private final Users users;

    /** By injection. */
    @Activate
    public OidcSignIn(@Reference Ways ways, @Reference Attempts attempts, @Reference Connect connect, @Reference SignIns signIns,
            @Reference Users users) {
        this.ways = ways;
        this.attempts = attempts;
        this.connect = connect;
        this.signIns = signIns;
        this.users = users;
    }

    /** A new secret that binds an attempt to a browser. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An active provider. */
    public Ways.Provider provider(String code) {
        return Optional.of(code).filter(c -> CODE.matcher(c).matches()).flatMap(ways::provider).orElseThrow(() -> Problem.notFound("platform.identityProvider", code));
    }

    /** Where to send the browser, which keeps the secret {@code browser} meanwhile. */
    public URI leave(Ways.Provider provider, URI callback, String browser, String target) {
        String state = random();
        String nonce = random();
        String verifier = random();
        URI uri = connect.leave(provider, callback, state, nonce, verifier);
        attempts.remember(state, browser, new Attempts.Attempt(provider.code(), nonce, verifier, Claims.target(target)));
        return uri;
    }

    /**
     * Begins the session of whoever came back.
     *
     * @throws Problem UNAUTHENTICATED {@code platform.oidc.*}
     */
    public Arrived arrive(Ways.Provider provider, URI callback, Return back, String browser, Visitor visitor) {
        String method = "oidc:" + provider.code();
        try {
            Attempts.Attempt attempt = attempts.take(back.state, browser, provider.code())
                    .orElseThrow(() -> refused("platform.oidc.state"));
            if (back.error != null || back.code == null || back.iss != null && !back.iss.equals(provider.issuer())) {
                throw refused("platform.oidc.refused");
            }
            Map<String, Object> claims = connect.recognise(provider, callback, back.code, attempt);
            long user = user(provider, method, claims);
            return new Arrived(signIns.begin(user, method, provider.strong(), visitor).cookie(), attempt.target());
        } catch (Problem refused) {
            if (refused.code().startsWith("platform.oidc.")) {
                signIns.refused(null, method, refused.code(), visitor);
            }
            throw refused;
        }
    }

    private long user(Ways.Provider provider, String method, Map<String, Object> claims) {
        String subject = text(claims.get("sub"));
        String email = text(claims.get(provider.emailClaim()));
        boolean unverified = "false".equals(text(claims.get("email_verified")));
        boolean bounded = provider.allowedDomains() != null && !provider.allowedDomains().isBlank();
        if (!Claims.inDomains(email, provider.allowedDomains()) || bounded && unverified) {
            throw refused("platform.oidc.domain");
        }
        Optional<Long> known = signIns.known(method, subject).filter(id -> users.find(id).isPresent());
        if (known.isPresent()) {
            return known.get();
        }
        String login = Claims.login(text(claims.get(provider.loginClaim())))
                .orElseThrow(() -> refused("platform.oidc.login"));
        Optional<Users.User> existing = users.find(login);
        long id;
        if (existing.isPresent()) {
            if (!provider.linkExisting()) {
                throw refused("platform.oidc.exists");
            }
            id = existing.get().id();
        } else if (provider.autoCreate()) {
            id = signIns.create(login, text(claims.get(provider.nameClaim())), email,
                    provider.role() == null ? Set.of() : Set.of(provider.role()), provider.company());
        } else {
            throw refused("platform.oidc.unknown");
        }
        signIns.link(method, subject, id);
        return id;
    }

    private static String text(Object claim) {
        return claim == null ? null : claim.toString();
    }

    private static Problem refused(String code) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, code);
    }

    /** What the provider sent back through the browser. */
    public record Return(String code, String state, String error, String iss) {
        /** Never shows the code. */
        @Override
        public String toString() {
            return "Return[" + error + "]";
        }
    }

    /**
     * Somebody who has arrived.
     *
     * @param cookie header that gives the browser its session
     * @param target page to go to
     */
    public record Arrived(String cookie, String target) {
        /** Never shows the cookie. */
        @Override
        public String toString() {
            return "Arrived[" + target + "]";
        }
    }
}
