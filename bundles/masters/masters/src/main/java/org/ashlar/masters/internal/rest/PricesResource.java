package org.ashlar.masters.internal.rest;

import java.math.BigDecimal;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.masters.PriceRequest;
import org.ashlar.masters.PriceView;
import org.ashlar.masters.Prices;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which price holds, and why. */
@Component(service = PricesResource.class)
@RestResource
@Path("/masters/prices")
@Produces(MediaType.APPLICATION_JSON)
public final class PricesResource {

    private final Prices prices;
    private final Access access;

    @Activate
    public PricesResource(@Reference Prices prices, @Reference Access access) {
        this.prices = prices;
        this.access = access;
    }

    /** The price of a quantity (1 if none is given) of a product on a day (today if none is given). */
    @GET
    @Permission("masters.product.read")
    public PriceView find(@QueryParam("product") String product, @QueryParam("party") String party,
            @QueryParam("quantity") String quantity, @QueryParam("unit") String unit, @QueryParam("date") String date,
            @QueryParam("currency") String currency, @QueryParam("priceList") String priceList) {
        return prices.find(new PriceRequest(Parameters.id("product", Parameters.required("product", product)),
                Parameters.id("party", party), Parameters.decimal("quantity", quantity, BigDecimal.ONE), unit,
                Parameters.date("date", date, access.today()), currency, Parameters.id("priceList", priceList)));
    }
}
