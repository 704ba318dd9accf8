package org.ashlar.platform.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds to what {@code GET /api/v1/meta/{model}} answers, for example views and help texts; a service, asked for each
 * answer, in no certain order. Answers from memory; thread-safe. A failure leaves the rest of the answer as it is.
 */
@ConsumerType
public interface MetaContributor {

    /**
     * Adds to {@code meta}, which has what the engine knows: {@code id}, {@code title}, {@code fields}, {@code actions}
     * and so on, already without what the caller may not see.
     */
    void contribute(ModelInfo model, Locale locale, ObjectNode meta);
}
