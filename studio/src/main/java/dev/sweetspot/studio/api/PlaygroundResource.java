package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.playground.Choice;
import dev.sweetspot.studio.playground.Pace;
import dev.sweetspot.studio.playground.Play;
import dev.sweetspot.studio.playground.PlayForms;
import dev.sweetspot.studio.playground.PlayMatter;
import dev.sweetspot.studio.playground.Plays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Toy points, small networks, and what hyperparameters do to them.
 *
 * @param plays closed with this
 */
public record PlaygroundResource(Plays plays) implements Resource {
    private static final String TOPIC = "playground/";
    private static final String ALL = "/api/playgrounds";
    private static final String ONE = ALL + "/{playground}";
    private static final String NAME = "What it was called when it was opened.";

    /** A choice is some dozen words; whoever sends more means something else. */
    private static final int MOST_SETTINGS = 100;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/playground",
                        "Tells what can be set in a playground, and the lessons.",
                        call -> Answer.of(PlayMatter.toForm())),
                Route.post(
                                ALL,
                                "Opens a playground: points, and one network or two that learn from them. It stands still.",
                                choiceTaken(),
                                this::open)
                        .answers("Its name and its points."),
                one(Route.get(
                        ONE,
                        "Tells how it stands.",
                        call -> Answer.of(play(call).look()))),
                one(Route.put(ONE, "Chooses something else; all begins again.", choiceTaken(), this::choose)
                        .answers("Its points.")),
                one(Route.delete(ONE, "Ends it.", this::end)),
                one(Route.post(
                        ONE + "/run",
                        "Lets it go on while somebody looks.",
                        Takes.json(Given.required(
                                "pace", Kind.TEXT, "How fast: " + String.join(", ", Pace.words()) + ".")),
                        this::run)),
                one(Route.post(ONE + "/pause", "Lets it stand still.", Takes.NOTHING, this::pause)),
                one(Route.post(
                        ONE + "/advance",
                        "One epoch or one step of each network, and then it stands still.",
                        Takes.json(Given.required("by", Kind.TEXT, "epoch or step.")),
                        this::advance)));
    }

    private static Takes choiceTaken() {
        return Takes.json(
                Given.required("points", Kind.MAP, "How they are drawn: texts by name."),
                Given.required("networks", Kind.LIST, "The settings of each network: texts by name; one or two."));
    }

    private static Route one(Route route) {
        return route.in("playground", NAME);
    }

    private Play play(Call call) {
        return plays.get(call.path("playground"));
    }

    private static Choice choice(Call call) {
        var body = call.body();
        var networks = new ArrayList<Map<String, String>>();
        body.list("networks").items().forEach(item -> networks.add(texts(item)));
        if (networks.isEmpty() || networks.size() > Choice.MOST_NETWORKS) {
            throw new InvalidInputException("networks", networks.size(), "must be 1 or " + Choice.MOST_NETWORKS, "");
        }
        return new Choice(SettingsResource.texts((MapForm) body.require("points")), networks);
    }

    private static Map<String, String> texts(Form form) {
        if (!(form instanceof MapForm map) || map.entries().size() > MOST_SETTINGS) {
            throw new InvalidInputException(
                    "networks", "-", "must have at most " + MOST_SETTINGS + " settings each", "");
        }
        return SettingsResource.texts(map);
    }

    private Answer open(Call call) {
        var choice = choice(call);
        var name = plays.open(choice);
        return Answer.created(Answer.map("playground", Form.of(name), "points", PlayForms.points(choice)));
    }

    private Answer choose(Call call) {
        var choice = choice(call);
        play(call).choose(choice);
        return Answer.of(Answer.map("points", PlayForms.points(choice)));
    }

    private Answer end(Call call) {
        plays.end(call.path("playground"));
        return Answer.done();
    }

    private Answer run(Call call) {
        play(call).run(Pace.named(call.body().text("pace")));
        return Answer.done();
    }

    private Answer pause(Call call) {
        play(call).pause();
        return Answer.done();
    }

    private Answer advance(Call call) {
        var by = call.body().text("by");
        switch (by) {
            case "epoch" -> play(call).advance(1);
            case "step" -> play(call).step();
            default -> throw new InvalidInputException("by", by, "must be epoch or step", "epoch?");
        }
        return Answer.done();
    }

    /** "playground/NAME". */
    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC)) {
            return Optional.empty();
        }
        return plays.find(topic.substring(TOPIC.length())).map(Watched::new);
    }

    /** As often as pages can be told. */
    private record Watched(Play play) implements Live {
        @Override
        public Form now() {
            return play.look();
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(100);
        }
    }

    @Override
    public void close() {
        plays.close();
    }
}
