package org.ashlar.platform.security.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.record.Records;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pairs of duties that modules bring in {@code ASHLAR-INF/security/duties.json}. They become records, so that an
 * administrator can switch them off; a pair whose code is there already is left as it is.
 */
@Component
public final class DutyDefaults implements CompanyProvisioner {
    private static final String FILE = "ASHLAR-INF/security/duties.json";
    private static final String MODEL = "platform.dutyConflict";
    private static final int ORDER = 500;
    private static final Logger LOG = LoggerFactory.getLogger(DutyDefaults.class);

    private final ObjectMapper json = new ObjectMapper();
    private final BundleContext context;
    private final Records records;

    /** By injection. */
    @Activate
    public DutyDefaults(BundleContext context, @Reference Records records) {
        this.context = context;
        this.records = records;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "security.duties";
    }

    @Override
    public void provision(Company company) {
        for (Bundle bundle : context.getBundles()) {
            URL file = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING ? bundle.getEntry(FILE) : null;
            if (file != null) {
                try {
                    json.readTree(file).forEach(duty -> add(duty, company.locale().getLanguage()));
                } catch (IOException e) {
                    LOG.error("{} of {} cannot be read: {}", FILE, bundle.getSymbolicName(), e.getMessage());
                }
            }
        }
    }

    private void add(JsonNode duty, String language) {
        String code = duty.path("id").asText();
        if (records.find(MODEL, new Records.Query("code==" + code, null, "id", List.of("id"), 0, 1, false)).rows().isEmpty()) {
            JsonNode title = duty.path("title");
            records.create(MODEL, Map.of("code", code, "title", title.path(title.has(language) ? language : "en").asText(),
                    "first", duty.path("first").asText(), "second", duty.path("second").asText(), "active",
                    duty.path("active").asBoolean(true)));
        }
    }
}
