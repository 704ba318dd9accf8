package org.ashlar.platform.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds paths and schemas to the OpenAPI document of this installation; a service, asked each time that the document is
 * built. Thread-safe.
 */
@ConsumerType
public interface OpenApiContributor {

    /**
     * Adds to {@code document}, an OpenAPI 3.0.3 object that already has {@code openapi}, {@code info}, {@code paths} and
     * {@code components.schemas}; paths are relative to {@code /api/v1}.
     */
    void contribute(ObjectNode document, Locale locale);
}
