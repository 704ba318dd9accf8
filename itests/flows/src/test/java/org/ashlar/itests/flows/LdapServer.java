package org.ashlar.itests.flows;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A directory in memory with LDAPS and StartTLS, a search account, two people and a group. */
final class LdapServer implements AutoCloseable {
    static final String BASE = "dc=example,dc=org";
    static final String SEARCH = "cn=search,dc=example,dc=org";
    static final String SEARCH_PASSWORD = "search-me-not";
    private static final String STORE = "changeit";
    private final InMemoryDirectoryServer server;
    private final String certificate;

    LdapServer() throws Exception {
        Path store = Files.createTempDirectory("ldap").resolve("keys.p12");
        keytool(store);
        certificate = pem(store);
        SSLContext context = new SSLUtil(new KeyStoreKeyManager(store.toString(), STORE.toCharArray(), "PKCS12", "ldap"), null)
                .createSSLContext("TLS");
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(SEARCH, SEARCH_PASSWORD);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig("ldaps", 0, context.getServerSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, context.getSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        server.startListening();
    }

    void person(String login, String password) throws LDAPException, LDIFException {
        server.add("dn: uid=" + login + ",ou=people," + BASE, "objectClass: inetOrgPerson", "uid: " + login, "cn: Person " + login,
                "sn: " + login, "mail: " + login + "@example.org", "userPassword: " + password);
    }

    void group(String name, String member) throws LDAPException, LDIFException {
        server.add("dn: cn=" + name + ",ou=groups," + BASE, "objectClass: groupOfNames", "cn: " + name,
                "member: uid=" + member + ",ou=people," + BASE);
    }

    void dissolve(String name) throws LDAPException, LDIFException {
        server.delete("cn=" + name + ",ou=groups," + BASE);
    }

    int ldaps() {
        return server.getListenPort("ldaps");
    }

    int ldap() {
        return server.getListenPort("ldap");
    }

    String certificate() {
        return certificate;
    }

    void stop() {
        server.shutDown(true);
    }

    @Override
    public void close() {
        stop();
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        int code = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "ldap", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity",
                "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE)).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
    }

    private static String pem(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE.toCharArray());
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(keys.getCertificate("ldap").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
