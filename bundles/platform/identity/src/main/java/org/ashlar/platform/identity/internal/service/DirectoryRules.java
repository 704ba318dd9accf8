package org.ashlar.platform.identity.internal.service;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Set;
import org.ashlar.platform.identity.internal.model.DirectoryEntity;
import org.ashlar.platform.identity.internal.model.DirectoryRoleEntity;
import org.ashlar.platform.identity.internal.model.Transport;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.signin.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of directories: encrypted, with names and filters that can be read, changed only by who may do everything. */
@Component
@ForModel("platform.directory")
public final class DirectoryRules implements RecordRules<DirectoryEntity> {
    private static final int PORTS = 65_535;
    private static final String EXAMPLE = "(uid={login})";

    private final SignIns signIns;

    /** By injection. */
    @Activate
    public DirectoryRules(@Reference SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void beforeInsert(DirectoryEntity directory) {
        if (!directory.getCode().matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw Problem.rule("code", "platform.identity.code");
        }
        check(directory);
    }

    @Override
    public void beforeUpdate(DirectoryEntity directory, Set<String> changed) {
        check(directory);
    }

    @Override
    public void beforeDelete(DirectoryEntity directory) {
        signIns.requireEverything();
    }

    private void check(DirectoryEntity directory) {
        signIns.requireEverything();
        ProviderRules.required("userFilter", directory.getUserFilter());
        ProviderRules.required("nameAttribute", directory.getNameAttribute());
        ProviderRules.required("emailAttribute", directory.getEmailAttribute());
        if (directory.getRank() == null) {
            throw Problem.rule("rank", "platform.value.required");
        }
        if (directory.getPort() == null || directory.getPort() < 1 || directory.getPort() > PORTS) {
            throw Problem.rule("port", "platform.ldap.port");
        }
        boolean here = directory.getHost().equals("localhost") || directory.getHost().startsWith("127.");
        if (directory.getTransport() == Transport.PLAIN && !here) {
            throw Problem.rule("transport", "platform.ldap.plain");
        }
        if (!LdapConnections.readable(directory.getCertificate())) {
            throw Problem.rule("certificate", "platform.ldap.certificate");
        }
        name("baseDn", directory.getBaseDn());
        name("bindDn", directory.getBindDn());
        name("groupBaseDn", directory.getGroupBaseDn());
        if (!directory.getUserFilter().contains("{login}")) {
            throw Problem.rule("userFilter", "platform.ldap.filter", directory.getUserFilter(), EXAMPLE);
        }
        filter("userFilter", directory.getUserFilter());
        filter("groupFilter", directory.getGroupFilter());
        role("role", directory.getRole());
        int position = 0;
        for (DirectoryRoleEntity line : directory.getRoles()) {
            line.setPosition(++position);
            role("roles", line.getRole());
        }
    }

    private void role(String field, String role) {
        if (role != null && !signIns.roles().contains(role)) {
            throw Problem.rule(field, "platform.role.unknown", role);
        }
    }

    private static void name(String field, String dn) {
        if (dn != null && !DN.isValidDN(dn)) {
            throw Problem.rule(field, "platform.ldap.dn", dn);
        }
    }

    private static void filter(String field, String filter) {
        try {
            if (filter != null) {
                Filter.create(filter.replace("{login}", "x").replace("{dn}", "x"));
            }
        } catch (LDAPException e) {
            throw Problem.rule(field, "platform.ldap.filter", filter, EXAMPLE);
        }
    }
}
