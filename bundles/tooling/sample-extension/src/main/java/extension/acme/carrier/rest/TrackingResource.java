package extension.acme.carrier.rest;

import static org.jooq.impl.DSL.field;

import extension.acme.carrier.domain.TrackingLink;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /api/v1/acme-carrier/tracking?carrier=SF&number=123}: where to follow a parcel. */
@Component(service = TrackingResource.class)
@RestResource
@Path("/acme-carrier/tracking")
@Produces(MediaType.APPLICATION_JSON)
public final class TrackingResource {

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public TrackingResource(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    /**
     * One parcel.
     *
     * @param carrier code of the carrier
     * @param number parcel number
     */
    @GET
    @Permission("acme-carrier.carrier.read")
    public Tracking find(@QueryParam("carrier") String carrier, @QueryParam("number") String number) {
        if (carrier == null || number == null || number.isBlank()) {
            throw Problem.rule(carrier == null ? "carrier" : "number", "acme-carrier.tracking.missing");
        }
        String template = sql.read(dsl -> dsl.select(field("tracking_url", String.class)).from("acme_carrier_carrier")
                .where(field("company_id", Long.class).eq(access.caller().companyId()))
                .and(field("code", String.class).eq(carrier.strip().toUpperCase(Locale.ROOT))).fetchAny(0, String.class));
        if (template == null) {
            throw Problem.rule("carrier", "acme-carrier.tracking.none", carrier);
        }
        return new Tracking(carrier, number, TrackingLink.of(template, number));
    }

    /**
     * The answer.
     *
     * @param carrier carrier's code as asked
     * @param number parcel's number as asked
     * @param url address to follow it
     */
    public record Tracking(String carrier, String number, String url) {
    }
}
