package org.ashlar.platform.documents.internal.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds the template of a print: the named one, the company's preferred one, the one that the module brings
 * ({@code ASHLAR-INF/print/<model>.html}), or one that suits every model. Thread-safe.
 */
@Component(service = PrintTemplates.class)
public final class PrintTemplates {

    private final Records records;
    private final Access access;
    private final BundleContext bundles;

    /** By injection. */
    @Activate
    public PrintTemplates(@Reference Records records, @Reference Access access, BundleContext bundles) {
        this.records = records;
        this.access = access;
        this.bundles = bundles;
    }

    /**
     * A template.
     *
     * @param html with placeholders
     * @param form id of the preprinted paper, {@code null}: plain paper
     */
    record Body(String html, Long form) {
    }

    /**
     * A template, empty if only the general one suits.
     *
     * @param code code of the template or {@code null}
     * @throws Problem NOT_FOUND {@code platform.print.unknown}
     */
    Optional<Body> body(String model, String code, Locale locale) {
        Optional<Body> own = own(model, code, locale);
        if (own.isEmpty() && code != null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.print.unknown", code);
        }
        return own.or(() -> shipped(model).map(html -> new Body(html, null)));
    }

    /** Templates are the company's stationery: whoever may print a record need not be able to read them as records. */
    private Optional<Body> own(String model, String code, Locale locale) {
        String filter = "target==" + model + ";active==true" + (code == null ? ";preferred==true"
                : ";code==\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        List<Map<String, Object>> rows = access.as(access.system(access.caller().companyId()), () -> records
                .find("platform.printTemplate", new Records.Query(filter, null, "id", List.of("language", "body", "form"), 0, 50, false))
                .rows());
        return rows.stream().filter(r -> locale.getLanguage().equals(language(r))).findFirst()
                .or(() -> rows.stream().filter(r -> language(r).isEmpty()).findFirst())
                .or(() -> code == null ? Optional.empty() : rows.stream().findFirst())
                .map(r -> new Body(String.valueOf(r.get("body")), r.get("form") instanceof Map<?, ?> form
                        ? ((Number) form.get("id")).longValue() : null));
    }

    private static String language(Map<String, Object> row) {
        Object language = row.get("language");
        return language == null ? "" : Locale.forLanguageTag(language.toString()).getLanguage();
    }

    private Optional<String> shipped(String model) {
        for (Bundle bundle : bundles.getBundles()) {
            URL entry = bundle.getState() < Bundle.RESOLVED ? null : bundle.getEntry("ASHLAR-INF/print/" + model + ".html");
            if (entry != null) {
                try (InputStream in = entry.openStream()) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }
}
