package org.ashlar.finance.internal.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.ashlar.masters.Parties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of parties for report rows. Thread-safe. */
@Component(service = PartyNames.class)
public final class PartyNames {

    private final Parties parties;

    /** Injected. */
    @Activate
    public PartyNames(@Reference Parties parties) {
        this.parties = parties;
    }

    /** {@code code name} by id; {@code null} ids are skipped. */
    Map<Long, String> of(Collection<Long> ids) {
        Set<Long> wanted = new LinkedHashSet<>(ids);
        wanted.removeIf(Objects::isNull);
        Map<Long, String> names = new HashMap<>();
        if (!wanted.isEmpty()) {
            parties.getAll(wanted).forEach(party -> names.put(party.id(), party.code() + " " + party.name()));
        }
        return names;
    }
}
