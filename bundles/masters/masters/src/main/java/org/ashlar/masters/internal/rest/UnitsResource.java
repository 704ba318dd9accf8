package org.ashlar.masters.internal.rest;

import java.math.BigDecimal;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.masters.Units;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.value.Quantity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Converts quantities. */
@Component(service = UnitsResource.class)
@RestResource
@Path("/masters/unit-conversion")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitsResource {

    private final Units units;

    @Activate
    public UnitsResource(@Reference Units units) {
        this.units = units;
    }

    /** A quantity in another unit, with the product's own conversions if one is given. */
    @GET
    @Permission("masters.unit.read")
    public Quantity convert(@QueryParam("quantity") String quantity, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("product") String product) {
        BigDecimal amount = Parameters.decimal("quantity", Parameters.required("quantity", quantity), null);
        return new Quantity(units.convert(amount, Parameters.required("from", from), Parameters.required("to", to),
                Parameters.id("product", product)), to);
    }
}
