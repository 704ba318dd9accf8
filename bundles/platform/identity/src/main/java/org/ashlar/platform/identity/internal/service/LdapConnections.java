package org.ashlar.platform.identity.internal.service;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ashlar.platform.identity.internal.model.Transport;

/** Opens connections to directories: encrypted, with the server's name checked, and never waiting long. Thread-safe. */
final class LdapConnections {
    private static final int TIMEOUT = 5_000;
    private static final String TLS = "TLS";

    private LdapConnections() {
    }

    /** A connection that has not bound yet. */
    static LDAPConnection open(Ways.Directory directory) throws LDAPException, GeneralSecurityException, IOException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(TIMEOUT);
        options.setResponseTimeoutMillis(TIMEOUT);
        options.setFollowReferrals(false);
        if (directory.transport() == Transport.PLAIN) {
            return new LDAPConnection(options, directory.host(), directory.port());
        }
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        SSLContext context = context(directory.certificate());
        if (directory.transport() == Transport.LDAPS) {
            return new LDAPConnection(context.getSocketFactory(), options, directory.host(), directory.port());
        }
        LDAPConnection connection = new LDAPConnection(options, directory.host(), directory.port());
        try {
            ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(context));
            if (result.getResultCode() != ResultCode.SUCCESS) {
                throw new LDAPException(result);
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    /** Binds with a name and a password that is not empty: an empty one would be an anonymous bind that succeeds. */
    static void bind(LDAPConnection connection, String dn, String password) throws LDAPException {
        if (password == null || password.isEmpty()) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, "An empty password is no password");
        }
        connection.bind(new SimpleBindRequest(dn, password));
    }

    /** Whether a certificate can be read. */
    static boolean readable(String pem) {
        try {
            context(pem);
            return true;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private static SSLContext context(String pem) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (pem == null || pem.isBlank()) {
            trust.init((KeyStore) null);
        } else {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int i = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.trim().getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("ca" + i++, certificate);
            }
            if (i == 0) {
                throw new GeneralSecurityException("No certificate");
            }
            trust.init(store);
        }
        return new SSLUtil(trust.getTrustManagers()).createSSLContext(TLS);
    }
}
