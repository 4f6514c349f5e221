package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import java.util.List;

/** The studies that can be asked: {@code /api/studies}. */
public final class SearchesResource implements Resource {
    private final Searches searches;

    /** Closes them when the server ends. */
    public SearchesResource(Searches searches) {
        this.searches = searches;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/studies",
                                "Makes a study, or goes on with one that is there under that name.",
                                Takes.json(StartEntries.ALL.toArray(Given[]::new)),
                                this::open)
                        .answers(
                                "Its sampler, its scheduler and how many trials there are; 201 where it is new, 409 where it"
                                        + " is there with another description."),
                Route.get("/api/studies", "Names all studies of the store, the newest first.", call -> names())
                        .answers("A map with the names in \"studies\"."));
    }

    private Answer open(Call call) {
        var start = new StartTwo(call.body(), searches.chosen());
        var opened = searches.open(start, call.body().text("name"));
        var answer = opened.answer(true);
        return opened.made() ? Answer.created(answer) : Answer.of(answer);
    }

    private Answer names() {
        return Answer.of(Answer.map(
                "studies", Form.of(searches.names().stream().map(Form::of).toList())));
    }

    @Override
    public void close() {
        searches.close();
    }
}
