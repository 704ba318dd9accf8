package org.ashlar.platform.web.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.rest.OpenApiContributor;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.web.internal.jaxrs.Resources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OpenAPI document of this installation as it is now. Built when asked for and kept until a module comes or goes. */
@Component(service = OpenApiResource.class)
@RestResource
@Path("/openapi.json")
public final class OpenApiResource {
    private static final Logger LOG = LoggerFactory.getLogger(OpenApiResource.class);

    private final Access access;
    private final Catalog catalog;
    private final Map<Locale, Kept> kept = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Resources resources;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<OpenApiContributor> contributors;

    /** By injection. */
    @Activate
    public OpenApiResource(@Reference Access access, @Reference Catalog catalog) {
        this.access = access;
        this.catalog = catalog;
    }

    /** The document. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Permission(Permission.SIGNED_IN)
    public String document() {
        Locale locale = access.caller().locale();
        Resources published = resources;
        String state = catalog.generation() + "/" + (published == null ? 0 : published.generation()) + "/"
                + contributors.stream().map(c -> Integer.toHexString(System.identityHashCode(c))).toList();
        Kept present = kept.get(locale);
        if (present == null || !present.state.equals(state)) {
            if (kept.size() > 16) {
                kept.clear();
            }
            present = new Kept(state, build(locale, published == null ? List.of() : published.list()));
            kept.put(locale, present);
        }
        return present.document;
    }

    private String build(Locale locale, List<Object> published) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "Ashlar").put("version", "v1").put("description",
                "Sign in with POST /session, or send an API token as a bearer token.");
        document.putArray("servers").addObject().put("url", "/api/v1");
        document.putArray("security").addObject().putArray("bearer");
        document.withArray("security").addObject().putArray("session");
        document.putObject("paths");
        ObjectNode components = document.putObject("components");
        components.putObject("schemas");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "ashlar_session");
        ResourceDescriber describer = new ResourceDescriber(document);
        published.stream().sorted(Comparator.comparing(r -> r.getClass().getName())).forEach(describer::describe);
        for (OpenApiContributor contributor : contributors) {
            try {
                contributor.contribute(document, locale);
            } catch (RuntimeException e) {
                LOG.error("{} could not describe its part of the API", contributor.getClass().getName(), e);
            }
        }
        return document.toString();
    }

    private record Kept(String state, String document) {
    }
}
