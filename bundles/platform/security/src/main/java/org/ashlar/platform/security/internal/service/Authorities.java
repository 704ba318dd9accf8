package org.ashlar.platform.security.internal.service;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.signin.PasswordAuthority;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Those who check passwords that are not kept here; they come and go. Thread-safe. */
@Component(service = Authorities.class)
public final class Authorities {

    /** References and not services: an authority needs sign-in itself, and whoever starts first must not wait for the other. */
    @Reference(service = PasswordAuthority.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ServiceReference<PasswordAuthority>> authorities = List.of();
    private final BundleContext bundles;

    /** By injection. */
    @Activate
    public Authorities(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** The user whom the first authority that knows login and password names. */
    Optional<PasswordAuthority.Recognised> check(String login, String password) {
        for (ServiceReference<PasswordAuthority> reference : authorities) {
            PasswordAuthority authority = bundles.getService(reference);
            if (authority != null) {
                try {
                    Optional<PasswordAuthority.Recognised> recognised = authority.check(login, password);
                    if (recognised.isPresent()) {
                        return recognised;
                    }
                } finally {
                    bundles.ungetService(reference);
                }
            }
        }
        return Optional.empty();
    }
}
