package org.ashlar.platform.insight.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.insight.internal.search.GlobalSearch;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /search?q=}: records of all models that the caller may read. Thread-safe. */
@Component(service = SearchResource.class)
@RestResource
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private final GlobalSearch search;

    /** By injection. */
    @Activate
    public SearchResource(@Reference GlobalSearch search) {
        this.search = search;
    }

    /**
     * Finds records by words, pinyin, initials, and near misses when there is nothing exact.
     *
     * @param q words
     * @param models ids of models, separated by commas; without it all
     * @param limit hits at most, 1 to 50
     */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Found find(@QueryParam("q") String q, @QueryParam("models") String models,
            @DefaultValue("20") @QueryParam("limit") int limit) {
        List<String> words = q == null ? List.of() : Stream.of(q.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(w -> !w.isEmpty()).limit(6).map(w -> w.length() > 60 ? w.substring(0, 60) : w).toList();
        List<String> wanted = models == null || models.isBlank() ? List.of() : Arrays.stream(models.split(",")).map(String::strip).toList();
        return new Found(words.isEmpty() ? List.of() : search.find(words, wanted, Math.max(1, Math.min(50, limit))));
    }

    /** What was found, best first. */
    public record Found(List<GlobalSearch.Hit> rows) {
    }
}
