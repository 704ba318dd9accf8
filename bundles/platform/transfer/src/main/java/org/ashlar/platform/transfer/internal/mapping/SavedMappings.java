package org.ashlar.platform.transfer.internal.mapping;

import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mappings kept as records {@code platform.importMapping}. Thread-safe. */
@Component(service = SavedMappings.class)
public final class SavedMappings {

    private final Records records;

    /** Used by DS. */
    @Activate
    public SavedMappings(@Reference Records records) {
        this.records = records;
    }

    /**
     * The JSON of a saved mapping that the caller may read.
     *
     * @throws Problem NOT_FOUND {@code transfer.mapping.unknown}
     */
    public String definition(String code) {
        String quoted = "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        List<Map<String, Object>> rows = records.find("platform.importMapping",
                new Records.Query("code==" + quoted, null, null, List.of("definition"), 0, 1, false)).rows();
        if (rows.isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "transfer.mapping.unknown", code);
        }
        return String.valueOf(rows.get(0).get("definition"));
    }
}
