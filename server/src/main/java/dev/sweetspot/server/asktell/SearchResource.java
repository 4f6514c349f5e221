package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.trial.Standing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One study that is asked: {@code /api/studies/STUDY}. */
public final class SearchResource implements Resource {
    private static final String STUDY = "/api/studies/{study}";
    private static final int MOST_AT_ONCE = 1000;
    private static final double LONGEST_WAIT = 20;

    private final Searches searches;

    /** Of these studies. */
    public SearchResource(Searches searches) {
        this.searches = searches;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                study(Route.get(STUDY, "Says how a study stands.", this::stands))
                        .answers(
                                "Its sampler, its scheduler, how it stands, and how many trials it has in each state."),
                study(Route.post(
                                STUDY + "/ask",
                                Message.ASK.help(),
                                Takes.json(
                                        Given.optional(
                                                "key",
                                                Kind.TEXT,
                                                "Any text that no other request has: asking again with it gives the same"
                                                        + " trials as long as they are open."),
                                        Given.optional(
                                                "count", Kind.WHOLE, "How many trials; they come in a list then."),
                                        Leases.GIVEN,
                                        Given.optional(
                                                "wait",
                                                Kind.NUMBER,
                                                "For how many seconds to wait where nothing is free: 0 to 20; 0 when it is"
                                                        + " not said.")),
                                this::ask))
                        .answers(
                                "A trial: id, params, key, lease, by and reasons, with epochs also from and to; or finished"
                                        + " and why; or, with status 202 and Retry-After, wait."),
                post(Message.ENQUEUE, "/enqueue").answers("How many configurations wait."),
                post(Message.CHANGE, "/change").answers("What is other than before, as sentences."),
                post(Message.ADD, "/trials").answers("The number of the trial, and its state."),
                study(Route.get(STUDY + "/trials", Message.TRIALS.help(), this::trials))
                        .with(Message.TRIALS.entries().get(0))
                        .answers("A map with a list in \"trials\"."),
                study(Route.get(
                                STUDY + "/best",
                                Message.BEST.help(),
                                call -> said(Message.BEST, call, Form.of(Map.of()))))
                        .answers("The best trial or null, or the front."),
                study(Route.post(
                                STUDY + "/close",
                                "Ends the search: nothing is given out any more, and what is open can still be told.",
                                Takes.json(Given.optional("reason", Kind.TEXT, "Why, for people.")),
                                call -> order(call, Standing.STOPPED)))
                        .answers("How it stands."),
                study(Route.post(
                                STUDY + "/reopen",
                                "Goes on with a search that was closed.",
                                Takes.json(Given.optional("reason", Kind.TEXT, "Why, for people.")),
                                call -> order(call, Standing.OPEN)))
                        .answers("How it stands."));
    }

    private static Route study(Route route) {
        return route.in("study", "Its name.");
    }

    private Route post(Message message, String path) {
        var takes = Takes.json(message.entries().toArray(Given[]::new));
        return study(Route.post(STUDY + path, message.help(), takes, call -> said(message, call, call.json())));
    }

    private Answer said(Message message, Call call, MapForm request) {
        return Answer.of(searches.with(call.path("study"), search -> search.answer(message, request)));
    }

    private Answer trials(Call call) {
        var from = call.findWhole("from").<Map<String, Form>>map(first -> Map.of("from", Form.of(first)));
        return said(Message.TRIALS, call, Form.of(from.orElse(Map.of())));
    }

    private Answer stands(Call call) {
        return searches.with(call.path("study"), search -> {
            var study = search.study();
            var history = study.refresh();
            var counts = new TreeMap<String, Integer>();
            history.trials().forEach(trial -> counts.merge(TrialAnswers.word(trial), 1, Integer::sum));
            var entries = new LinkedHashMap<>(
                    new Opened(study, Optional.empty(), false).answer(true).entries());
            entries.put("standing", Form.of(history.standing().word()));
            var states = new LinkedHashMap<String, Form>();
            counts.forEach((state, count) -> states.put(state, Form.of(count)));
            entries.put("states", Form.of(states));
            return Answer.of(Form.of(entries));
        });
    }

    private Answer order(Call call, Standing standing) {
        var reason = call.body()
                .findText("reason")
                .orElse(standing == Standing.OPEN ? "opened again over HTTP" : "closed over HTTP");
        return searches.with(call.path("study"), search -> {
            search.study().order(standing, reason);
            return Answer.of(Answer.map("ok", Form.of(true), "standing", Form.of(standing.word())));
        });
    }

    private Answer ask(Call call) throws InterruptedException {
        var body = call.body();
        var wish = new Search.Wish(
                body.findText("key").map(SearchResource::key),
                body.find("count").map(form -> count(body)),
                Leases.in(body).orElse(searches.means().lease()),
                Duration.ofMillis(Math.round(1000 * wait(body))));
        var name = call.path("study");
        // What waits holds no lock, and is let go when the study is.
        return searches.with(name, search -> search).ask(wish);
    }

    private static String key(String key) {
        if (key.isBlank() || key.length() > 100) {
            throw new InvalidInputException("key", key, "must have 1 to 100 characters", "");
        }
        return key;
    }

    private static int count(Fields body) {
        int count = body.integer("count");
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new InvalidInputException("count", count, "must be from 1 to " + MOST_AT_ONCE, "");
        }
        return count;
    }

    private static double wait(Fields body) {
        double wait = body.findNumber("wait").orElse(0.0);
        if (!(wait >= 0 && wait <= LONGEST_WAIT)) {
            throw new InvalidInputException("wait", wait, "must be from 0 to 20 seconds", "asking again then?");
        }
        return wait;
    }
}
