package org.ashlar.platform.identity.internal.service;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.identity.internal.domain.Groups;
import org.ashlar.platform.identity.internal.model.Transport;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads providers and directories as they are configured, without a caller. Thread-safe. */
@Component(service = Ways.class)
public final class Ways {
    private static final String PROVIDER = "select id, code, title, issuer, client_id, sealed_secret, scopes, login_claim, name_claim, "
            + "email_claim, allowed_domains, auto_create, link_existing, strong, role_code, role_company, public_address "
            + "from platform_identity_provider where ";
    private static final String DIRECTORY = "select id, code, host, port_no, transport, certificate, bind_dn, sealed_secret, base_dn, "
            + "user_filter, name_attribute, email_attribute, group_attribute, group_base_dn, group_filter, auto_create, role_code, "
            + "role_company from platform_directory where ";

    private final Sql sql;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Ways(@Reference Sql sql, @Reference(target = "(ashlar.module=identity)") DataSource migrated) {
        this.sql = sql;
    }

    /** Active providers by title. */
    public List<Provider> providers() {
        return sql.read(db -> db.fetch(PROVIDER + "active = ? order by title", true)).map(Ways::provider);
    }

    /** An active provider. */
    public Optional<Provider> provider(String code) {
        return sql.read(db -> db.fetch(PROVIDER + "code = ? and active = ?", code, true)).map(Ways::provider).stream().findFirst();
    }

    /** A provider by id, also one that is not active. */
    Provider provider(long id) {
        return sql.any(db -> db.fetch(PROVIDER + "id = ?", id)).map(Ways::provider).get(0);
    }

    /** Active directories in the order in which they are asked. */
    List<Directory> directories() {
        return sql.read(db -> db.fetch(DIRECTORY + "active = ? order by rank_no, code", true)).map(this::directory);
    }

    /** A directory by id, also one that is not active. */
    Directory directory(long id) {
        return sql.any(db -> db.fetch(DIRECTORY + "id = ?", id)).map(this::directory).get(0);
    }

    private static Provider provider(Record r) {
        return new Provider(r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class), r.get(3, String.class),
                r.get(4, String.class), r.get(5, String.class), r.get(6, String.class), r.get(7, String.class),
                r.get(8, String.class), r.get(9, String.class), r.get(10, String.class), r.get(11, Boolean.class),
                r.get(12, Boolean.class), r.get(13, Boolean.class), r.get(14, String.class), r.get(15, Long.class),
                r.get(16, String.class));
    }

    private Directory directory(Record r) {
        long id = r.get(0, Long.class);
        List<Groups.Mapping> mappings = sql.any(db -> db.fetch(
                "select group_name, role_code from platform_directory_role where directory_id = ? order by line_no", id))
                .map(m -> new Groups.Mapping(m.get(0, String.class), m.get(1, String.class)));
        return new Directory(id, r.get(1, String.class), r.get(2, String.class), r.get(3, Integer.class),
                Transport.valueOf(r.get(4, String.class)), r.get(5, String.class), r.get(6, String.class), r.get(7, String.class),
                r.get(8, String.class), r.get(9, String.class), r.get(10, String.class), r.get(11, String.class),
                r.get(12, String.class), r.get(13, String.class), r.get(14, String.class), r.get(15, Boolean.class),
                r.get(16, String.class), r.get(17, Long.class), mappings);
    }

    /** An OpenID Connect provider; see the fields of the model {@code platform.identityProvider}. */
    public record Provider(long id, String code, String title, String issuer, String clientId, String sealedSecret, String scopes,
            String loginClaim, String nameClaim, String emailClaim, String allowedDomains, boolean autoCreate,
            boolean linkExisting, boolean strong, String role, Long company, String publicAddress) {
    }

    /** An LDAP directory; see the fields of the model {@code platform.directory}. */
    record Directory(long id, String code, String host, int port, Transport transport, String certificate, String bindDn,
            String sealedSecret, String baseDn, String userFilter, String nameAttribute, String emailAttribute,
            String groupAttribute, String groupBaseDn, String groupFilter, boolean autoCreate, String role, Long company,
            List<Groups.Mapping> mappings) {
    }
}
