package org.ashlar.platform.documents.internal.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Preprinted paper as the company has it, with the offsets of the caller's printer. Thread-safe. */
@Component(service = Papers.class)
public final class Papers {

    private static final String FORM = "platform.paperForm";

    private final Records records;
    private final Access access;
    private final Pictures pictures;

    /** By injection. */
    @Activate
    public Papers(@Reference Records records, @Reference Access access, @Reference Pictures pictures) {
        this.records = records;
        this.access = access;
        this.pictures = pictures;
    }

    /**
     * The paper of a template.
     *
     * @param form id of the paper form
     * @param printer name of a printer, {@code null}: the caller's own, else the company's preferred one
     * @param screen whether what is printed on the paper already is shown, and nothing moved
     */
    Paper of(long form, String printer, boolean screen) {
        long user = access.caller().userId();
        return access.as(access.system(access.caller().companyId()), () -> {
            Map<String, Object> paper = records.get(FORM, form, List.of("width", "height"));
            Optional<Map<String, Object>> chosen = screen ? Optional.empty() : printer(printer, user);
            return new Paper(decimal(paper.get("width")), decimal(paper.get("height")),
                    chosen.map(p -> decimal(p.get("offsetRight"))).orElse(BigDecimal.ZERO),
                    chosen.map(p -> decimal(p.get("offsetDown"))).orElse(BigDecimal.ZERO),
                    screen ? pictures.of(FORM, form).orElse(null) : null);
        });
    }

    private Optional<Map<String, Object>> printer(String name, long user) {
        if (name != null && !name.isBlank()) {
            String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
            return Optional.of(first("name=in=(\"" + quoted + "\")").orElseThrow(
                    () -> Problem.of(ProblemKind.NOT_FOUND, "platform.print.printer", name)));
        }
        return first("owner==" + user).or(() -> first("preferred==true;owner=null=true"));
    }

    private Optional<Map<String, Object>> first(String filter) {
        return records.find("platform.printer", new Records.Query("active==true;" + filter, null, "id",
                List.of("offsetRight", "offsetDown"), 0, 1, false)).rows().stream().findFirst();
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(String.valueOf(value));
    }
}
