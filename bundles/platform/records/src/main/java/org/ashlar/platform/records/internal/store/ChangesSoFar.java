package org.ashlar.platform.records.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.record.BeforeValues;
import org.ashlar.platform.records.internal.store.Change.FieldChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Old values from the changes that the running transaction has collected; the oldest of each field counts. */
@Component
public final class ChangesSoFar implements BeforeValues {

    private final UnitsOfWork units;

    @Activate
    public ChangesSoFar(@Reference UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public Map<String, Object> of(String model, long id) {
        Map<String, Object> before = new LinkedHashMap<>();
        for (Change change : units.current().completed()) {
            if (change.id() == id && change.model().equals(model)) {
                for (FieldChange field : change.fields()) {
                    before.putIfAbsent(field.field(), field.before());
                }
            }
        }
        return before;
    }

    @Override
    public List<Long> inserted() {
        return units.current().bulk();
    }
}
