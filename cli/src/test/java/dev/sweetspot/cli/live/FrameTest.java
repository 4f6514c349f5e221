package dev.sweetspot.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Screen PLAIN = new Screen(72, false, false);
    private static final Screen RICH = new Screen(72, true, false);
    private static final Instant NOW = Instant.EPOCH;

    private static final StudySpec SPEC = new StudySpec(
            "s",
            1,
            SearchSpace.of(Parameter.real("learning_rate", 1e-5, 1).logarithmic(), Parameter.integer("blocks", 1, 5)),
            List.of(Objective.maximize("accuracy")),
            Fidelity.epochs(10),
            new Budget.Trials(10),
            new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
            List.of(configuration(0.01, 3)),
            Form.of(Map.of()));

    private static Configuration configuration(double rate, int blocks) {
        return Configuration.of(Map.of("learning_rate", rate, "blocks", blocks));
    }

    private static Event started(int trial, Configuration configuration) {
        return new Event.Started(trial, NOW, configuration, Origin.given("test"), Start.FRESH, 10, "w", 1);
    }

    private static Event reported(int trial, double epoch, double accuracy) {
        return new Event.Reported(trial, NOW, epoch, Measurements.of("accuracy", accuracy), epoch, Optional.empty());
    }

    /** Trial 0 is done, 1 has failed, 2 and 3 run. */
    private static History history() {
        var history = History.EMPTY.and(started(0, configuration(0.01, 3)));
        for (int epoch = 1; epoch <= 10; epoch++) {
            history = history.and(reported(0, epoch, 1 - 1.0 / (epoch + 1)));
        }
        return history.and(
                        new Event.Finished(0, NOW, new Outcome.Completed(Measurements.of("accuracy", 10 / 11.0)), 10))
                .and(started(1, configuration(1, 3)))
                .and(new Event.Finished(1, NOW, new Outcome.Failed(Outcome.Cause.NOT_FINITE, "NaN"), 1))
                .and(started(2, configuration(0.001234567, 2)))
                .and(reported(2, 1, 0.2))
                .and(reported(2, 4, 0.95))
                .and(started(3, configuration(0.5, 5)));
    }

    private static Moment searching(History history) {
        return new Moment(SPEC, history, "Searching", List.of(), Optional.of(new Moment.Time(72, 108)));
    }

    /** Made by printing the lines, looked at in a terminal, on 2026-11-21. */
    @Test
    void aSearchInPlainCharacters() {
        assertThat(String.join("\n", Frame.lines(searching(history()), PLAIN)) + "\n")
                .isEqualTo("""
                        Searching  [##############                    ]  1:12 of 3:00, 1:48 left
                        1 trial done, 2 running, 0 stopped early, 1 failed
                        best accuracy 0.9500, trial 2: learning_rate=0.00123, blocks=2
                           0.950 +                       **
                                 |                    ***
                                 |                 ***
                                 |              ***
                                 |           ***
                                 |        ***
                           0.200 +      **
                                 +-------------------------------------------------------------
                                 0                                                    10 epochs
                                 accuracy of trials 2 3 and the best, trial 2
                        """);
    }

    @Test
    void aSearchInBraille() {
        assertThat(String.join("\n", Frame.lines(searching(history()), RICH)) + "\n")
                .isEqualTo("""
                        Searching  ▕█████████████▋                    ▏  1:12 of 3:00, 1:48 left
                        1 trial done, 2 running, 0 stopped early, 1 failed
                        best accuracy 0.9500, trial 2: learning_rate=0.00123, blocks=2
                           0.950 ┤                      ⡠⠔⠁
                                 │                   ⢀⠔⠊
                                 │                ⢀⡠⠊⠁
                                 │              ⡠⠔⠁
                                 │           ⢀⠔⠊
                                 │        ⢀⡠⠊⠁
                           0.200 ┤      ⡠⠔⠁
                                 └─────────────────────────────────────────────────────────────
                                 0                                                    10 epochs
                                 accuracy of trials 2 3 and the best, trial 2
                        """);
    }

    @Test
    void twoFinalTrainings() {
        var moment = new Moment(
                SPEC,
                history(),
                "Training the winner and the default again",
                List.of(new Moment.Training("winner", 5, 20), new Moment.Training("default", 30, 20)),
                Optional.of(new Moment.Time(100, 20)));

        assertThat(String.join("\n", Frame.lines(moment, PLAIN)) + "\n").isEqualTo("""
                        Training the winner and the default again  1:40 of 2:00, 0:20 left
                        1 trial done, 2 running, 0 stopped early, 1 failed
                        best accuracy 0.9500, trial 2: learning_rate=0.00123, blocks=2
                          winner   [##########                              ]  epoch 5.0 of 20.0
                          default  [#######################################]  epoch 30.0 of 20.0
                        """);
    }

    @Test
    void nothingYet() {
        assertThat(Frame.lines(searching(History.EMPTY), PLAIN))
                .hasSize(2)
                .last()
                .isEqualTo("0 trials done, 0 running, 0 stopped early");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 41, 60, 100, 500})
    void noLineIsWiderThanTheScreen(int columns) {
        for (boolean unicode : new boolean[] {true, false}) {
            var screen = new Screen(columns, unicode, false);

            var fitting = new Moment(
                    SPEC,
                    history(),
                    "Training the winner and the default again, side by side",
                    List.of(new Moment.Training("winner", 5, 20)),
                    Optional.of(new Moment.Time(1030, 170)));

            assertThat(Frame.lines(searching(history()), screen))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(screen.columns()));
            assertThat(Frame.lines(fitting, screen))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(screen.columns()));
        }
    }

    @Test
    void coloursAreThereOnlyWhereTheyAreWanted() {
        assertThat(String.join("", Frame.lines(searching(history()), RICH))).doesNotContain("\u001b");
        assertThat(String.join("", Frame.lines(searching(history()), new Screen(72, true, true))))
                .contains("\u001b[32m");
    }

    @Test
    void valuesThatAreNotFiniteLeaveAGap() {
        var history = History.EMPTY.and(started(0, configuration(0.01, 3))).and(reported(0, 1, Double.NaN));

        assertThat(Frame.lines(searching(history), PLAIN)).hasSize(2);
    }

    @Test
    void theBlockIsTakenAwayBeforeALineIsSaid() {
        var bytes = new ByteArrayOutputStream();
        var terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (var block = new LiveBlock(terminal, () -> List.of("one", "two"))) {
            block.say("hello");
        }
        var text = bytes.toString(StandardCharsets.UTF_8);

        assertThat(shown(text)).isEqualTo("hello\n");
    }

    /** What is left on a terminal that understands going up and erasing. */
    private static String shown(String written) {
        var lines = new ArrayList<>(List.of(""));
        var escape = Pattern.compile("\u001b\\[(\\d+)A\\r\u001b\\[J|\n|[^\u001b\n]+");
        var parts = escape.matcher(written);
        while (parts.find()) {
            if (parts.group(1) != null) {
                int keep = lines.size() - 1 - Integer.parseInt(parts.group(1));
                lines.subList(keep, lines.size()).clear();
                lines.add("");
            } else if (parts.group().equals("\n")) {
                lines.add("");
            } else {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + parts.group());
            }
        }
        return String.join("\n", lines);
    }

    @Test
    void severalObjectivesShowTheFrontAndWhoIsNearestToTheBestOfEach() {
        var problem = new Problem(
                SPEC.space(),
                List.of(Objective.maximize("accuracy"), Objective.minimize("parameters")),
                List.of(),
                SPEC.fidelity());
        var both = new StudySpec("s", 1, problem, SPEC.budget(), SPEC.search(), SPEC.knowledge(), SPEC.errand());
        var history = History.EMPTY;
        for (var values : List.of(List.of(0.9, 50_000.0), List.of(0.88, 20_000.0), List.of(0.5, 10_000.0))) {
            var measured = Measurements.of("accuracy", values.get(0)).and("parameters", values.get(1));
            int number = history.size();
            history = history.and(started(number, configuration(0.01, 3)))
                    .and(new Event.Finished(number, NOW, new Outcome.Completed(measured), 1));
        }

        var lines = Frame.lines(new Moment(both, history, "Searching", List.of(), Optional.empty()), PLAIN);
        assertThat(lines).contains("front of 3, compromise: accuracy 0.8800, parameters 20000, trial 1: t...");
        var weighed = both.with(new Preference.WeightedSum(Map.of("accuracy", 1.0, "parameters", 0.0)));
        assertThat(Frame.lines(new Moment(weighed, history, "Searching", List.of(), Optional.empty()), PLAIN))
                .contains("best accuracy 0.9000, parameters 50000, trial 0: the default");
    }
}
