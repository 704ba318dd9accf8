package extension.acme.carrier.service;

import extension.acme.carrier.domain.TrackingLink;
import extension.acme.carrier.model.CarrierEntity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every carrier, whether it comes by REST, import or console. */
@Component
@ForModel("acme-carrier.carrier")
public final class CarrierRules implements RecordRules<CarrierEntity> {

    private final Currencies currencies;

    /** Used by DS. */
    @Activate
    public CarrierRules(@Reference Currencies currencies) {
        this.currencies = currencies;
    }

    @Override
    public void beforeInsert(CarrierEntity carrier) {
        validate(carrier);
    }

    @Override
    public void beforeUpdate(CarrierEntity carrier, Set<String> changed) {
        validate(carrier);
    }

    private void validate(CarrierEntity carrier) {
        carrier.setCode(carrier.getCode().strip().toUpperCase(Locale.ROOT));
        if (carrier.getTrackingUrl() != null && !TrackingLink.valid(carrier.getTrackingUrl())) {
            throw Problem.rule("trackingUrl", "acme-carrier.carrier.trackingUrl", carrier.getTrackingUrl());
        }
        positive("maxWeight", carrier.getMaxWeight());
        positive("insuredUpTo", carrier.getInsuredUpTo());
        if (carrier.getCurrency() == null ? carrier.getInsuredUpTo() != null : !currencies.known(carrier.getCurrency())) {
            throw Problem.rule("currency", "acme-carrier.carrier.currency", carrier.getCurrency());
        }
    }

    private static void positive(String field, BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            throw Problem.rule(field, "acme-carrier.carrier.positive", value);
        }
    }
}
