package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.paint.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the interface; the schema is that of the OpenAPI Initiative, under the Apache License 2.0. */
class OpenApiTest {
    @Test
    void theDescriptionIsValidAndHasEveryRouteAndNoOther() throws Exception {
        try (var served = Served.local()) {
            var text = served.get("/api/openapi.json").body();
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Scripts.read("/dev/sweetspot/server/openapi-3.1.json"));
            assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(text.replace("\"responses\"", "\"response\""), InputFormat.JSON))
                    .as("the schema sees what is wrong")
                    .isNotEmpty();

            var described = new TreeSet<String>();
            var paths = (MapForm) Fields.of(Json.parse(text, "description")).require("paths");
            paths.entries().forEach((path, verbs) -> ((MapForm) verbs)
                    .entries()
                    .keySet()
                    .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
            var routes = new TreeSet<String>();
            new OwnRoutes(List.of(served.matters))
                    .all()
                    .forEach(route -> routes.add(route.verb() + " " + route.path()));
            assertThat(described).isEqualTo(routes).contains("GET /api/things/{name}", "GET /api/openapi.json");
        }
    }

    @Test
    void whatARouteTakesIsDescribed() throws Exception {
        try (var served = Served.local()) {
            var post = Fields.of(Json.parse(served.get("/api/openapi.json").body(), "description"))
                    .map("paths")
                    .map("/api/things")
                    .map("post");
            var schema = post.map("requestBody").map("content").map(Route.JSON).map("schema");
            assertThat(schema.map("properties").map("size").text("type")).isEqualTo("integer");
            assertThat(schema.list("required").items()).hasSize(1);
        }
    }
}
