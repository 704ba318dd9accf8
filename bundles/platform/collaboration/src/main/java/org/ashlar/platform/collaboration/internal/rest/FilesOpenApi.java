package org.ashlar.platform.collaboration.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.ashlar.platform.rest.OpenApiContributor;
import org.osgi.service.component.annotations.Component;

/** The paths of file contents in the OpenAPI document. Thread-safe. */
@Component
public final class FilesOpenApi implements OpenApiContributor {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void contribute(ObjectNode document, Locale locale) {
        try (InputStream in = FilesOpenApi.class.getResourceAsStream("/ASHLAR-INF/openapi/files.json")) {
            document.withObject("/paths").setAll((ObjectNode) json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
