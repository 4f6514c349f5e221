package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.compare.Answers;
import dev.sweetspot.insight.compare.Comparison;
import dev.sweetspot.insight.compare.Difference;
import dev.sweetspot.insight.compare.SearchesCompared;
import dev.sweetspot.insight.compare.Side;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot compare A B}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Says which of two studies has the better winner and which search had found more with equal means, and how sure "
                    + "that is.",
            "Winners are compared by their answers to the same test items where the folders of both jobs are still there, else "
                    + "by what the searches measured."
        },
        footer = {"", "Example: sweetspot compare cells-mlp cells-cnn"})
final class CompareCommand implements Runnable {
    private static final int NAME = 26;
    private static final int COLUMN = 28;

    @Parameters(index = "0", paramLabel = "A", description = "The name of a study; see: sweetspot studies.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The name of another one in the same store.")
    private String second = "";

    @Option(
            names = "--result",
            split = "\n",
            paramLabel = "STUDY=DIR",
            description = "Where the result of a job lies now; can be given for each (default: where the job put it).")
    private Map<String, Path> results = new LinkedHashMap<>();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        if (first.equals(second)) {
            throw new InvalidInputException("B", second, "is the same study as A", "another one? sweetspot studies");
        }
        results.keySet().stream()
                .filter(name -> !name.equals(first) && !name.equals(second))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException("--result", name, "is none of the two studies", first + "=DIR?");
                });
        try (var store = stores.open()) {
            var one = side(store, first);
            var other = side(store, second);
            var comparison = Comparison.of(one, other);
            if (output.json()) {
                output.result(toForm(comparison));
            } else {
                say(one, other, comparison);
            }
        }
    }

    private Side side(Store store, String name) {
        var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
        var handed = ResultFolder.of(study, "--result", Optional.ofNullable(results.get(name)))
                .handed();
        return new Side(Studied.of(study), StudyChoice.of(study), handed.flatMap(found -> Answers.in(found.folder())));
    }

    // ---- for people ----

    private void say(Side one, Side other, Comparison comparison) {
        output.say(row("", first, second));
        output.say(row("trials", trials(one), trials(other)));
        output.say(row("chosen", chosen(one), chosen(other)));
        comparison
                .settings()
                .forEach(setting -> output.say(row(
                        "  " + setting.parameter(),
                        value(setting, setting.first()),
                        value(setting, setting.second()))));
        output.say("");
        comparison.winners().sentences().forEach(output::say);
        comparison.searches().ifPresent(searches -> {
            output.say("");
            searches.sentences().forEach(output::say);
        });
    }

    private static String row(String name, String one, String other) {
        return String.format(Locale.ROOT, "%-" + NAME + "s %-" + COLUMN + "s %s", name, one, other)
                .stripTrailing();
    }

    private static String trials(Side side) {
        var history = side.studied().history();
        return history.size() + " (" + history.completed().count() + " completed)";
    }

    private static String chosen(Side side) {
        var objective = side.studied().spec().objectives().get(0);
        if (Objectives.seekFront(side.studied().problem())) {
            return "a front of "
                    + side.studied().history().front(side.studied().problem()).size() + " trials";
        }
        return side.choice()
                .map(choice -> "trial " + choice.chosen().trial().number() + ", " + objective.name() + " "
                        + Objectives.number(choice.chosen().mean()))
                .orElse("nothing yet");
    }

    private static String value(Comparison.Setting setting, Optional<Object> value) {
        return value.map(given ->
                        Configuration.of(Map.of(setting.parameter(), given)).toString())
                .map(words -> words.substring(setting.parameter().length() + 1))
                .orElse("-");
    }

    // ---- for programs ----

    private Form toForm(Comparison comparison) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("a", Form.of(first));
        entries.put("b", Form.of(second));
        entries.put(
                "better",
                comparison
                        .winners()
                        .difference()
                        .map(difference -> better(difference.better()))
                        .orElseGet(CompareCommand::nothing));
        comparison.winners().difference().ifPresent(difference -> entries.put("difference", toForm(difference)));
        comparison.winners().paired().ifPresent(paired -> {
            var test = new LinkedHashMap<String, Form>();
            test.put("items", Form.of(paired.pairs().size()));
            if (paired.classes()) {
                test.put("only_a_right", Form.of(paired.onlyFirst()));
                test.put("only_b_right", Form.of(paired.onlySecond()));
                test.put("p", Form.of(paired.chance()));
            }
            entries.put("test", Form.of(test));
        });
        entries.put("winners", words(comparison.winners().sentences()));
        comparison.searches().ifPresent(searches -> entries.put("searches", toForm(searches)));
        entries.put(
                "settings",
                Form.of(comparison.settings().stream()
                        .map(CompareCommand::toForm)
                        .toList()));
        return Form.of(entries);
    }

    private Form better(Difference.Better better) {
        return switch (better) {
            case FIRST -> Form.of(first);
            case SECOND -> Form.of(second);
            case NOT_DISTINGUISHABLE -> nothing();
        };
    }

    private static Form nothing() {
        return new Form.NullForm(Position.NONE);
    }

    private static Form words(List<String> sentences) {
        return Form.of(sentences.stream().map(Form::of).toList());
    }

    private static Form toForm(Difference difference) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("of", Form.of(difference.figure()));
        entries.put("a", Form.of(difference.first()));
        entries.put("b", Form.of(difference.second()));
        entries.put("difference", Form.of(difference.value()));
        entries.put("low", Form.of(difference.low()));
        entries.put("high", Form.of(difference.high()));
        return Form.of(entries);
    }

    private static Form toForm(SearchesCompared searches) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trials", Form.of(searches.trials()));
        put(entries, "after_trials", searches.afterTrials());
        entries.put("seconds", Form.of(searches.seconds()));
        put(entries, "after_seconds", searches.afterSeconds());
        entries.put("words", words(searches.sentences()));
        return Form.of(entries);
    }

    private static void put(Map<String, Form> entries, String name, SearchesCompared.Best best) {
        entries.put(name + "_a", number(best.first()));
        entries.put(name + "_b", number(best.second()));
    }

    private static Form number(OptionalDouble number) {
        return number.isPresent() ? Form.of(number.getAsDouble()) : nothing();
    }

    private static Form toForm(Comparison.Setting setting) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("parameter", Form.of(setting.parameter()));
        entries.put("a", toForm(setting.parameter(), setting.first()));
        entries.put("b", toForm(setting.parameter(), setting.second()));
        return Form.of(entries);
    }

    private static Form toForm(String name, Optional<Object> value) {
        return value.flatMap(given ->
                        SpaceForms.toForm(Configuration.of(Map.of(name, given))).find(name))
                .orElseGet(CompareCommand::nothing);
    }
}
