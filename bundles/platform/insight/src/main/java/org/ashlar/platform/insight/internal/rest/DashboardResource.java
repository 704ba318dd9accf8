package org.ashlar.platform.insight.internal.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.insight.internal.board.Dashboards;
import org.ashlar.platform.insight.internal.board.HomeBoards;
import org.ashlar.platform.insight.internal.board.Tile;
import org.ashlar.platform.insight.internal.board.TileReader;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Dashboards as people see them, own, shared and shipped, with all tiles in one answer. Thread-safe. */
@Component(service = DashboardResource.class)
@RestResource
@Path("/dashboards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardResource {

    private static final String READ = "platform.dashboard.read";

    private final Dashboards dashboards;
    private final HomeBoards homes;
    private final TileReader tiles;
    private final Access access;

    /** By injection. */
    @Activate
    public DashboardResource(@Reference Dashboards dashboards, @Reference HomeBoards homes, @Reference TileReader tiles,
            @Reference Access access) {
        this.dashboards = dashboards;
        this.homes = homes;
        this.tiles = tiles;
        this.access = access;
    }

    /** Those that the caller sees, and with which he begins. */
    @GET
    @Permission(value = READ, restricts = true)
    public Overview list() {
        return new Overview(homes.present(), dashboards.list().stream().map(b -> new Entry(b.code(), b.title(), b.shipped(), b.id(),
                b.owner(), b.shared(), b.mayChange())).toList());
    }

    /** One with its tiles. */
    @GET
    @Path("/{code: [^/]{1,64}}")
    @Permission(value = READ, restricts = true)
    public Dashboards.Board one(@PathParam("code") String code) {
        return dashboards.get(code);
    }

    /**
     * Every tile of one, computed as the caller.
     *
     * @param period preset that replaces that of each tile with a date
     */
    @GET
    @Path("/{code: [^/]{1,64}}/data")
    @Permission(value = READ, restricts = true)
    public Data data(@PathParam("code") String code, @QueryParam("period") String period) {
        return new Data(access.today(), period, tiles.read(dashboards.get(code).tiles(), period));
    }

    /** The same for tiles that nobody saved yet. */
    @POST
    @Path("/data")
    @Permission(value = READ, restricts = true)
    public Data preview(Draft draft) {
        if (draft == null || draft.tiles() == null || draft.tiles().contains(null)) {
            throw new Problem(ProblemKind.BAD_REQUEST, "platform.value.required", List.of("tiles"),
                    List.of(FieldError.of("tiles", "platform.value.required", "tiles")));
        }
        List<Tile> asked = new ArrayList<>();
        for (int i = 0; i < draft.tiles().size(); i++) {
            Tile tile = draft.tiles().get(i);
            asked.add(tile.key() == null ? tile.keyed(String.valueOf(i + 1)) : tile);
        }
        return new Data(access.today(), draft.period(), tiles.read(asked, draft.period()));
    }

    /** A copy of the caller's own. */
    @POST
    @Path("/{code: [^/]{1,64}}/copy")
    @Permission(value = "platform.dashboard.create", restricts = true)
    public Map<String, Object> copy(@PathParam("code") String code, Copy copy) {
        return dashboards.copy(code, copy == null ? null : copy.code(), copy == null ? null : copy.name());
    }

    /** The caller's first page. */
    @PUT
    @Path("/home")
    @Permission(value = READ, restricts = true)
    public Home home(Home home) {
        homes.choose(home == null ? null : home.code());
        return new Home(homes.present());
    }

    /** The answer to a list. */
    public record Overview(String home, List<Entry> rows) {
    }

    /** One of the list. */
    public record Entry(String code, String title, boolean shipped, Long id, Object owner, boolean shared, boolean mayChange) {
    }

    /** Tiles with what they show. */
    public record Data(LocalDate asOf, String period, List<Map<String, Object>> tiles) {
    }

    /** Tiles to try out. */
    public record Draft(String period, List<Tile> tiles) {
    }

    /** How the copy is called. */
    public record Copy(String code, String name) {
    }

    /** A dashboard by code, {@code null} for none. */
    public record Home(String code) {
    }
}
