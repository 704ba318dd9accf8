package org.ashlar.platform.security.internal.service;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.ashlar.platform.signin.PasswordAuthority;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Those who check passwords that are not kept here; they come and go. Thread-safe. */
@Component(service = Authorities.class)
public final class Authorities {

    private final Set<ServiceReference<PasswordAuthority>> authorities = new ConcurrentSkipListSet<>(Comparator.reverseOrder());
    private final BundleContext bundles;

    /** By injection. */
    @Activate
    public Authorities(BundleContext bundles) {
        this.bundles = bundles;
    }

    /**
     * References and not services: an authority needs sign-in itself, and whoever starts first must not wait for the other.
     * A method, because for a field the services are fetched all the same.
     */
    @Reference(service = PasswordAuthority.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAuthority(ServiceReference<PasswordAuthority> authority) {
        authorities.add(authority);
    }

    void unbindAuthority(ServiceReference<PasswordAuthority> authority) {
        authorities.remove(authority);
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
