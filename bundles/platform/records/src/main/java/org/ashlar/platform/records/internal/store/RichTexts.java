package org.ashlar.platform.records.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.view.ViewFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Fields that a view file calls {@code richtext} hold HTML: of what a caller sends only plain formatting is stored, whichever
 * way it comes in. Thread-safe.
 */
@Component(service = RichTexts.class)
public final class RichTexts {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "h3", "blockquote", "a")
            .allowUrlProtocols("https", "http", "mailto").allowAttributes("href").onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow").toFactory();

    private final ViewFiles views;

    /** By injection. */
    @Activate
    public RichTexts(@Reference ViewFiles views) {
        this.views = views;
    }

    void clean(EntityModel model, BaseEntity entity) {
        for (Map.Entry<String, JsonNode> field : views.of(model.info().id()).path("fields").properties()) {
            Attribute attribute = "richtext".equals(field.getValue().path("widget").asText())
                    ? model.attribute(field.getKey()) : null;
            if (attribute != null && attribute.get(entity) instanceof String text) {
                String clean = clean(text);
                if (!clean.equals(text)) {
                    attribute.set(entity, clean);
                }
            }
        }
    }

    /** What of the HTML may be stored. */
    static String clean(String html) {
        return POLICY.sanitize(html);
    }
}
