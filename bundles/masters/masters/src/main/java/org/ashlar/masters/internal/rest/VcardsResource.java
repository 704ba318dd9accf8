package org.ashlar.masters.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.masters.internal.domain.VcardWriter;
import org.ashlar.masters.internal.service.VcardImport;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parties as vCards, out and in. */
@Component(service = VcardsResource.class)
@RestResource
@Path("/masters/vcards")
@Produces(MediaType.APPLICATION_JSON)
public final class VcardsResource {

    private static final int LIMIT = 16 << 20;

    private final Records records;
    private final VcardImport imports;

    @Activate
    public VcardsResource(@Reference Records records, @Reference VcardImport imports) {
        this.records = records;
        this.imports = imports;
    }

    /** A party and its contacts; {@code version} is 3.0 or 4.0. */
    @GET
    @Path("/{id: [0-9]{1,18}}.vcf")
    @Produces(MediaType.WILDCARD)
    @Permission(value = "masters.party.read", restricts = true)
    public Response card(@PathParam("id") long id, @QueryParam("version") @DefaultValue("3.0") String version) {
        if (!version.equals("3.0") && !version.equals("4.0")) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "masters.vcard.version", version);
        }
        String cards = new VcardWriter(version.equals("4.0")).party(records.get("masters.party", id, null));
        return Response.ok(cards).type("text/vcard;charset=UTF-8").header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"party-" + id + ".vcf\"").build();
    }

    /** Creates parties of a file of vCards, as the body of the request; with {@code dryRun=true} it only says what would be. */
    @POST
    @Consumes({"text/vcard", "text/x-vcard", "text/directory", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Permission(value = "masters.party.create", restricts = true)
    public VcardImport.Outcome read(InputStream file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
            throws IOException {
        byte[] bytes = file.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Problem.of(ProblemKind.TOO_LARGE, "masters.vcard.tooLarge", LIMIT >> 20);
        }
        return imports.run(bytes, dryRun);
    }
}
