package org.ashlar.platform.identity.internal.service;

import java.net.URI;
import java.util.Set;
import org.ashlar.platform.identity.internal.model.ProviderEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.signin.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of providers: encrypted addresses, known roles, changed only by who may do everything. */
@Component
@ForModel("platform.identityProvider")
public final class ProviderRules implements RecordRules<ProviderEntity> {
    private final SignIns signIns;

    /** By injection. */
    @Activate
    public ProviderRules(@Reference SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void beforeInsert(ProviderEntity provider) {
        if (!provider.getCode().matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw Problem.rule("code", "platform.identity.code");
        }
        check(provider);
    }

    @Override
    public void beforeUpdate(ProviderEntity provider, Set<String> changed) {
        check(provider);
    }

    @Override
    public void beforeDelete(ProviderEntity provider) {
        signIns.requireEverything();
    }

    private void check(ProviderEntity provider) {
        signIns.requireEverything();
        required("scopes", provider.getScopes());
        required("loginClaim", provider.getLoginClaim());
        required("nameClaim", provider.getNameClaim());
        required("emailClaim", provider.getEmailClaim());
        address("issuer", provider.getIssuer());
        if (provider.getPublicAddress() != null && !provider.getPublicAddress().isBlank()) {
            address("publicAddress", provider.getPublicAddress());
        }
        if (provider.getRole() != null && !signIns.roles().contains(provider.getRole())) {
            throw Problem.rule("role", "platform.role.unknown", provider.getRole());
        }
    }

    static void required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.rule(field, "platform.value.required");
        }
    }

    /** Encrypted, or on this machine. */
    private static void address(String field, String text) {
        URI uri;
        try {
            uri = URI.create(text.trim());
        } catch (IllegalArgumentException e) {
            throw Problem.rule(field, "platform.identity.address");
        }
        boolean here = "http".equals(uri.getScheme()) && uri.getHost() != null
                && (uri.getHost().equals("localhost") || uri.getHost().startsWith("127."));
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null || uri.getUserInfo() != null
                || !"https".equals(uri.getScheme()) && !here) {
            throw Problem.rule(field, "platform.identity.address");
        }
    }
}
