package org.ashlar.platform.transfer.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.transfer.internal.mapping.ImportMapping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A saved mapping must be readable and name a model. Thread-safe. */
@Component
@ForModel("platform.importMapping")
public final class ImportMappingRules implements RecordRules<ImportMappingEntity> {

    private final ObjectMapper json = new ObjectMapper();
    private final Catalog catalog;

    /** Used by DS. */
    @Activate
    public ImportMappingRules(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void beforeInsert(ImportMappingEntity mapping) {
        try {
            ImportMapping read = json.readValue(mapping.getDefinition(), ImportMapping.class);
            if (!mapping.getTargetModel().equals(read.model()) || catalog.find(read.model()).isEmpty()) {
                throw refuse(FieldError.of("targetModel", "transfer.mapping.model", mapping.getTargetModel()));
            }
        } catch (JsonProcessingException e) {
            throw refuse(FieldError.of("definition", "transfer.mapping.json", e.getOriginalMessage()));
        }
    }

    @Override
    public void beforeUpdate(ImportMappingEntity mapping, Set<String> changed) {
        beforeInsert(mapping);
    }

    private static Problem refuse(FieldError error) {
        return new Problem(ProblemKind.RULE, error.code(), error.args(), List.of(error));
    }
}
