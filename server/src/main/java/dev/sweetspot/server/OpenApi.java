package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of all routes by the OpenAPI Specification 3.1.0. */
final class OpenApi {
    private static final String ERROR = "#/components/schemas/Error";

    private OpenApi() {}

    static MapForm of(List<Route> routes) {
        var paths = new LinkedHashMap<String, LinkedHashMap<String, Form>>();
        for (var route : routes) {
            paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .put(route.verb().name().toLowerCase(Locale.ROOT), operation(route));
        }
        var shown = new LinkedHashMap<String, Form>();
        paths.forEach((path, operations) -> shown.put(path, Form.of(operations)));
        return Answer.map(
                "openapi", Form.of("3.1.0"),
                "info",
                        Answer.map(
                                "title", Form.of("Sweetspot"),
                                "summary", Form.of("What the pages of the studio ask, for programs too."),
                                "version", Form.of("1")),
                "paths", Form.of(shown),
                "components", Answer.map("schemas", Answer.map("Error", error())));
    }

    private static MapForm error() {
        return Answer.map(
                "type", Form.of("object"),
                "description", Form.of("What is wrong, and what may help."),
                "required", Form.of(List.of(Form.of("error"), Form.of("hint"))),
                "properties",
                        Answer.map(
                                "error",
                                schema(Given.required("error", Kind.TEXT, "The name, the value and the rule.")),
                                "hint",
                                schema(Given.required("hint", Kind.TEXT, "\"Maybe ...\", or nothing."))));
    }

    private static MapForm operation(Route route) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("operationId", Form.of(id(route)));
        entries.put("summary", Form.of(route.summary()));
        var parameters = new ArrayList<Form>();
        route.inPath().forEach(given -> parameters.add(parameter(given, "path")));
        route.query().forEach(given -> parameters.add(parameter(given, "query")));
        if (!parameters.isEmpty()) {
            entries.put("parameters", Form.of(parameters));
        }
        if (route.takes() instanceof Takes.Json json) {
            entries.put("requestBody", body(Route.JSON, schema(json), "A map of these entries."));
        } else if (route.takes() instanceof Takes.File file) {
            var binary = Answer.map("type", Form.of("string"), "contentEncoding", Form.of("binary"));
            entries.put("requestBody", body("application/octet-stream", binary, file.help()));
        }
        entries.put("responses", responses(route));
        return Form.of(entries);
    }

    private static String id(Route route) {
        return (route.verb().name().toLowerCase(Locale.ROOT) + route.path())
                .replaceAll("[{}]", "")
                .replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static MapForm parameter(Given given, String place) {
        return Answer.map(
                "name", Form.of(given.name()),
                "in", Form.of(place),
                "description", Form.of(given.help()),
                "required", Form.of(given.required()),
                "schema", Answer.map("type", Form.of(given.kind().schema())));
    }

    private static MapForm body(String media, MapForm schema, String help) {
        return Answer.map(
                "description", Form.of(help),
                "required", Form.of(true),
                "content", Answer.map(media, Answer.map("schema", schema)));
    }

    private static MapForm schema(Takes.Json json) {
        var properties = new LinkedHashMap<String, Form>();
        var required = new ArrayList<Form>();
        for (var given : json.entries()) {
            properties.put(given.name(), schema(given));
            if (given.required()) {
                required.add(Form.of(given.name()));
            }
        }
        return Answer.map(
                "type", Form.of("object"),
                "properties", Form.of(properties),
                "required", Form.of(required),
                "additionalProperties", Form.of(false));
    }

    private static MapForm schema(Given given) {
        var help = Form.of(given.help());
        return given.kind() == Kind.ANY
                ? Answer.map("description", help)
                : Answer.map("type", Form.of(given.kind().schema()), "description", help);
    }

    private static MapForm responses(Route route) {
        var content = Answer.map(
                "description", Form.of(route.answers()),
                "content", Answer.map(route.media(), Answer.map("schema", Form.of(Map.of()))));
        var failure = Answer.map(
                "description", Form.of("What is wrong, in words."),
                "content", Answer.map(Route.JSON, Answer.map("schema", Answer.map("$ref", Form.of(ERROR)))));
        return Answer.map("200", content, "default", failure);
    }
}
