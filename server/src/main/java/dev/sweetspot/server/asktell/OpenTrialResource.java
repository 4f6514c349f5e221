package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One trial that a client has: {@code /api/studies/STUDY/trials/ID}. */
public final class OpenTrialResource implements Resource {
    private static final String TRIAL = "/api/studies/{study}/trials/{id}";
    private static final Given KEY = Given.optional(
            "key",
            Kind.TEXT,
            "That of the answer to ask: where another client has the trial now, the request is refused with 409.");

    private final Searches searches;

    /** Of these studies. */
    public OpenTrialResource(Searches searches) {
        this.searches = searches;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                trial(Route.get(TRIAL, "Shows a trial.", this::shown)).answers("The trial as it stands."),
                post(Message.REPORT, "/report")
                        .answers(
                                "stop: false to go on; true with state and reason where the client is to leave the trial."),
                post(Message.TELL, "/tell")
                        .answers("The state of the trial; the same once more where the same is told again."),
                post(Message.SUGGEST, "/suggest").answers("The value of the parameter."),
                trial(Route.post(
                                TRIAL + "/alive",
                                "Tells that the client of a trial is still there; each report tells so too.",
                                Takes.json(KEY, Leases.GIVEN),
                                this::alive))
                        .answers("For how many seconds that is good: lease."));
    }

    private static Route trial(Route route) {
        return route.in("study", "Its name.").in("id", "The number of the trial.");
    }

    private Route post(Message message, String path) {
        var entries = new ArrayList<>(message.entriesWithoutId());
        entries.add(KEY);
        var takes = Takes.json(entries.toArray(Given[]::new));
        return trial(Route.post(TRIAL + path, message.help(), takes, call -> said(message, call)));
    }

    private Answer said(Message message, Call call) {
        return Answer.of(searches.with(
                call.path("study"),
                search -> search.answer(message, number(call), key(call), withoutKey(call.json()))));
    }

    private Answer alive(Call call) {
        return Answer.of(searches.with(
                call.path("study"), search -> search.alive(number(call), key(call), Leases.in(call.body()))));
    }

    private Answer shown(Call call) {
        return searches.with(call.path("study"), search -> {
            var history = search.study().refresh();
            int number = number(call);
            if (number >= history.size()) {
                throw Refusal.unknown("trial", number, "a number below " + history.size() + "?");
            }
            return Answer.of(TrialAnswers.toForm(history.trial(number)));
        });
    }

    private static Optional<String> key(Call call) {
        return call.body().findText("key");
    }

    private static MapForm withoutKey(MapForm body) {
        Map<String, Form> entries = new LinkedHashMap<>(body.entries());
        entries.remove("key");
        return Form.of(entries);
    }

    private static int number(Call call) {
        var text = call.path("id");
        if (!text.matches("[0-9]{1,9}")) {
            throw Refusal.unknown("trial", text, "the id of an answer to ask?");
        }
        return Integer.parseInt(text);
    }
}
