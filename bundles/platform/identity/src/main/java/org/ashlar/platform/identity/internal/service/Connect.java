package org.ashlar.platform.identity.internal.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.secret.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks OpenID Connect with a provider: discovery, authorization code with PKCE (RFC 7636), and the checks of an ID token
 * (signature by a public key of the provider, issuer, audience, nonce, time). Thread-safe.
 */
@Component(service = Connect.class)
public final class Connect {
    private static final Logger LOG = LoggerFactory.getLogger(Connect.class);
    private static final int TIMEOUT = 5_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** Only public keys: no shared secret and no unsigned token. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private final Secrets secrets;
    private final Clock clock;
    private final DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MOST_BYTES);
    private final Map<String, Described> described = new ConcurrentHashMap<>();

    /** By injection. */
    @Activate
    public Connect(@Reference Secrets secrets, @Reference Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Where to send the browser. */
    URI leave(Ways.Provider provider, URI callback, String state, String nonce, String verifier) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope(provider), new ClientID(provider.clientId()), callback)
                .endpointURI(metadata(provider).metadata.getAuthorizationEndpointURI()).state(new State(state))
                .nonce(new Nonce(nonce)).codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256).build().toURI();
    }

    /**
     * The claims of the person with this code.
     *
     * @throws Problem UNAUTHENTICATED {@code platform.oidc.refused}, UNAVAILABLE {@code platform.oidc.away}
     */
    Map<String, Object> recognise(Ways.Provider provider, URI callback, String code, Attempts.Attempt attempt) {
        Described known = metadata(provider);
        try {
            ClientID client = new ClientID(provider.clientId());
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), callback,
                    new CodeVerifier(attempt.verifier()));
            URI endpoint = known.metadata.getTokenEndpointURI();
            HTTPRequest request = (provider.sealedSecret() == null
                    ? new TokenRequest(endpoint, client, grant, scope(provider))
                    : new TokenRequest(endpoint, new ClientSecretBasic(client, new Secret(secrets.open(provider.sealedSecret()))),
                            grant)).toHTTPRequest();
            TokenResponse answer = OIDCTokenResponseParser.parse(bounded(request).send());
            if (!answer.indicatesSuccess()) {
                LOG.warn("Provider {} refused the code: {}", provider.code(), answer.toErrorResponse().getErrorObject());
                throw refused();
            }
            OIDCTokenResponse tokens = (OIDCTokenResponse) answer.toSuccessResponse();
            JWT idToken = tokens.getOIDCTokens().getIDToken();
            IDTokenValidator validator = new IDTokenValidator(new Issuer(provider.issuer()), client,
                    new JWSVerificationKeySelector<>(ALGORITHMS, known.keys), null);
            Map<String, Object> claims =
                    new HashMap<>(validator.validate(idToken, new Nonce(attempt.nonce())).toJWTClaimsSet().getClaims());
            addUserInfo(provider, known.metadata, tokens.getOIDCTokens().getAccessToken(), claims);
            return claims;
        } catch (BadJOSEException | JOSEException | ParseException e) {
            LOG.warn("The answer of provider {} is not accepted: {}", provider.code(), e.getMessage());
            throw refused();
        } catch (IOException e) {
            throw away(provider, e);
        }
    }

    /** Reads the provider's description anew. */
    String test(Ways.Provider provider) {
        described.clear();
        return metadata(provider).metadata.getTokenEndpointURI().toString();
    }

    private void addUserInfo(Ways.Provider provider, OIDCProviderMetadata metadata, AccessToken token, Map<String, Object> claims)
            throws IOException, ParseException {
        boolean enough = claims.containsKey(provider.loginClaim()) && claims.containsKey(provider.emailClaim());
        if (enough || metadata.getUserInfoEndpointURI() == null || token == null) {
            return;
        }
        HTTPRequest request = new UserInfoRequest(metadata.getUserInfoEndpointURI(), token).toHTTPRequest();
        UserInfoResponse answer = UserInfoResponse.parse(bounded(request).send());
        if (answer.indicatesSuccess() && answer.toSuccessResponse().getUserInfo() != null) {
            Map<String, Object> more = answer.toSuccessResponse().getUserInfo().toJSONObject();
            // The answer may only speak of the person of the ID token (OpenID Connect Core 5.3.2).
            if (String.valueOf(claims.get("sub")).equals(String.valueOf(more.get("sub")))) {
                more.forEach(claims::putIfAbsent);
            }
        }
    }

    private Described metadata(Ways.Provider provider) {
        Instant now = clock.instant();
        Described known = described.get(provider.issuer());
        if (known != null && Duration.between(known.at, now).compareTo(FRESH) < 0) {
            return known;
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), TIMEOUT, TIMEOUT);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever).retrying(true)
                    .refreshAheadCache(false).build();
            Described read = new Described(metadata, keys, now);
            described.put(provider.issuer(), read);
            return read;
        } catch (GeneralException | IOException e) {
            throw away(provider, e);
        }
    }

    private static HTTPRequest bounded(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT);
        request.setReadTimeout(TIMEOUT);
        request.setFollowRedirects(false);
        return request;
    }

    private static Scope scope(Ways.Provider provider) {
        Scope scope = Scope.parse(provider.scopes());
        scope.add("openid");
        return scope;
    }

    private static Problem refused() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "platform.oidc.refused");
    }

    private static Problem away(Ways.Provider provider, Exception cause) {
        LOG.warn("Provider {} cannot be used: {}", provider.code(), cause.getMessage());
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.oidc.away", provider.title());
    }

    private record Described(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {
    }
}
