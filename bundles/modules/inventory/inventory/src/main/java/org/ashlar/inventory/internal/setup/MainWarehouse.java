package org.ashlar.inventory.internal.setup;

import java.util.Locale;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.internal.model.LocationEntity;
import org.ashlar.inventory.internal.model.WarehouseEntity;
import org.ashlar.inventory.internal.service.Depots;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A main warehouse with a place for stock, and one location for each world outside it. */
@Component(service = CompanyProvisioner.class)
public class MainWarehouse implements CompanyProvisioner {

    private static final int ORDER = 300;

    private final EntityStore store;
    private final Sites sites;
    private final Depots depots;
    private final Messages messages;

    /** Writes through the entity store. */
    @Activate
    public MainWarehouse(@Reference EntityStore store, @Reference Sites sites, @Reference Depots depots,
            @Reference Messages messages) {
        this.store = store;
        this.sites = sites;
        this.depots = depots;
        this.messages = messages;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "inventory.mainWarehouse";
    }

    @Override
    public void provision(Company company) {
        Sites.Plan plan = sites.plan();
        sites.changed(company.id());
        if (plan.mainId() == 0) {
            WarehouseEntity warehouse = new WarehouseEntity();
            warehouse.setCode("MAIN");
            warehouse.setName(text(company, "inventory.provision.warehouse"));
            warehouse.setMain(true);
            store.insert(warehouse);
            depots.complete();
        }
        for (LocationKind kind : LocationKind.values()) {
            if (kind != LocationKind.INTERNAL && !plan.kinds().containsKey(kind)) {
                LocationEntity location = new LocationEntity();
                location.setCode(kind.name());
                location.setName(text(company, "option.inventory.location.kind." + kind.name()));
                location.setKind(kind);
                store.insert(location);
                store.flush();
            }
        }
    }

    private String text(Company company, String key) {
        Locale locale = company.locale();
        return messages.text(locale, key, java.util.List.of());
    }
}
