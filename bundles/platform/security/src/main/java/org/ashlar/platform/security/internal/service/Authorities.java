package org.ashlar.platform.security.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.signin.PasswordAuthority;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Those who check passwords that are not kept here; they come and go. Thread-safe. */
@Component(service = Authorities.class)
public final class Authorities {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<PasswordAuthority> authorities = List.of();

    /** The user whom the first authority that knows login and password names. */
    Optional<PasswordAuthority.Recognised> check(String login, String password) {
        for (PasswordAuthority authority : authorities) {
            Optional<PasswordAuthority.Recognised> recognised = authority.check(login, password);
            if (recognised.isPresent()) {
                return recognised;
            }
        }
        return Optional.empty();
    }
}
