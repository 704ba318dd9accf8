package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Test;

/** The API documentation is valid OpenAPI and describes every module. */
class OpenApiTest {

    @Test
    void theDocumentIsValid() {
        String document = Tenant.dollars(Suites.on(Databases.DERBY), "DOCS").admin().get("/openapi.json").expect(200).text();

        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document, null, new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths().keySet()).contains("/sales/orders", "/sales/orders/{id}/confirm",
                "/finance/postings", "/inventory/transfers", "/purchasing/orders", "/masters/parties", "/imports", "/session");
    }
}
