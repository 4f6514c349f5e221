package dev.sweetspot.server;

import java.util.ArrayList;
import java.util.List;

/** What the server says of itself. */
final class OwnRoutes implements Resource {
    private final List<Route> all = new ArrayList<>();

    /** @param others of all other resources */
    OwnRoutes(List<Resource> others) {
        all.addAll(routes());
        others.forEach(resource -> all.addAll(resource.routes()));
    }

    /** Its own and those of the others. */
    List<Route> all() {
        return List.copyOf(all);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/openapi.json",
                                "Describes all that can be asked, by OpenAPI 3.1.",
                                call -> description())
                        .answers("This description."),
                Route.get(
                                "/api/live",
                                "Tells how topics stand whenever that changes, as server-sent events.",
                                this::follow)
                        .with(Given.required(
                                "topics",
                                Kind.TEXT,
                                "Names of at most " + LiveHub.MOST_TOPICS
                                        + " topics with commas between them, each percent-encoded; the first state of each"
                                        + " comes at once."))
                        .answers(
                                "Events whose data is {\"topic\": ..., \"state\": ...}; the latest state wins, and who comes back"
                                        + " with Last-Event-ID gets only what is other than then.",
                                "text/event-stream"));
    }

    private Answer description() {
        return Answer.of(OpenApi.of(all));
    }

    private Answer follow(Call call) {
        var names = new ArrayList<String>();
        for (var name : call.find("topics").orElse("").split(",", -1)) {
            names.add(Router.decoded(name));
        }
        return new Answer.Events(names);
    }
}
