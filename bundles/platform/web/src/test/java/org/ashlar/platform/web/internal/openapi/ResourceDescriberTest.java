package org.ashlar.platform.web.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.ashlar.platform.rest.Permission;
import org.junit.jupiter.api.Test;

class ResourceDescriberTest {
    /** Body and answer. */
    public record Thing(long id, String name, List<BigDecimal> amounts) {
    }

    /** A resource with the usual parts. */
    @Path("/things/{id: [0-9]{1,9}}")
    public static class ThingResource {
        @GET
        @Permission("x.thing.read")
        public Thing get(@PathParam("id") long id, @QueryParam("q") String q) {
            return null;
        }

        @POST
        @Path("/copy")
        @Permission(Permission.PUBLIC)
        public Thing copy(@PathParam("id") long id, Thing body) {
            return null;
        }
    }

    @Test
    void pathsParametersAndRecordsAreDescribed() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("paths");
        document.putObject("components").putObject("schemas");
        new ResourceDescriber(document).describe(new ThingResource());
        JsonNode get = document.at("/paths/~1things~1{id}/get");
        assertThat(get.at("/parameters/0/in").asText()).isEqualTo("path");
        assertThat(get.at("/parameters/1/name").asText()).isEqualTo("q");
        assertThat(get.path("description").asText()).contains("x.thing.read");
        JsonNode copy = document.at("/paths/~1things~1{id}~1copy/post");
        assertThat(copy.path("security").isArray()).isTrue();
        String schema = copy.at("/requestBody/content/application~1json/schema/$ref").asText();
        JsonNode thing = document.at(schema.substring(1));
        assertThat(thing.at("/properties/amounts/items/type").asText()).isEqualTo("number");
    }
}
