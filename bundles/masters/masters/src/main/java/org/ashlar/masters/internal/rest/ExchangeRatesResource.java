package org.ashlar.masters.internal.rest;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.ExchangeRates;
import org.ashlar.masters.RateImport;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exchange rates: what a currency is worth on a day, and the import of published rates. */
@Component(service = ExchangeRatesResource.class)
@RestResource
@Path("/masters/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
public final class ExchangeRatesResource {

    private final Currencies currencies;
    private final ExchangeRates rates;
    private final Access access;

    @Activate
    public ExchangeRatesResource(@Reference Currencies currencies, @Reference ExchangeRates rates,
            @Reference Access access) {
        this.currencies = currencies;
        this.rates = rates;
        this.access = access;
    }

    /**
     * A rate.
     *
     * @param from currency of which one unit is worth {@code rate}
     * @param to currency of the rate
     * @param date day asked for
     * @param rate units of {@code to}
     */
    public record RateView(String from, String to, LocalDate date, BigDecimal rate) {
    }

    /** The rate of a day, today if none is given. */
    @GET
    @Permission("masters.currencyRate.read")
    public RateView rate(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("date") String date) {
        LocalDate day = Parameters.date("date", date, access.today());
        return new RateView(from, to, day, currencies.rate(Parameters.required("from", from),
                Parameters.required("to", to), day));
    }

    /** Imports a file of the European Central Bank, as the body of the request. */
    @POST
    @Path("/ecb")
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Permission("masters.currencyRate.create")
    public RateImport ecb(InputStream csv) {
        return rates.importEcb(new InputStreamReader(csv, StandardCharsets.UTF_8));
    }
}
