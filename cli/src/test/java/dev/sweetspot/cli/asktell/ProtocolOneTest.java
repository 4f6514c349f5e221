package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.StudySpec;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolOneTest {
    private static final String SPACE = "\"space\":["
            + "{\"name\":\"lr\",\"type\":\"float\",\"low\":1e-5,\"high\":0.1,\"log\":true},"
            + "{\"name\":\"opt\",\"type\":\"cat\",\"choices\":[\"sgd\",\"adam\"]},"
            + "{\"name\":\"layers\",\"type\":\"int\",\"low\":1,\"high\":9,\"cond\":["
            + "{\"parent\":\"opt\",\"in\":[\"sgd\"]}]}]";
    private static final String START =
            "{\"op\":\"start\",\"protocol\":1,\"seed\":3,\"objectives\":1,\"trials\":5," + SPACE + "}";

    /** A real scheduler: every trial to 2 epochs, then every second one of them to the end. */
    private record HalvesOnce() implements Scheduler {
        @Override
        public String name() {
            return "halves-once";
        }

        @Override
        public String help() {
            return "For this test.";
        }

        @Override
        public Next next(Situation situation) {
            return situation
                    .history()
                    .paused()
                    .filter(trial -> trial.number() % 2 == 1)
                    .findFirst()
                    .<Next>map(trial ->
                            new Next.Resume(trial.number(), situation.fidelity().most()))
                    .orElseGet(() -> new Next.StartNew(2));
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            var curve = situation.history().trial(trial).curve();
            return curve.last("value").orElse(0) > 100 ? new Verdict.Stop("far too large") : Verdict.CONTINUE;
        }
    }

    private static Dialogue dialogue() {
        return dialogue("random");
    }

    private static Dialogue dialogue(String sampler) {
        return new Dialogue(
                new Chosen(sampler, "none"),
                new Keeping(Clock.systemUTC(), "test", Optional.empty(), InMemoryStore::new));
    }

    private static MapForm say(Dialogue dialogue, String line) {
        return Json.parseMap(dialogue.answer(line), "answer");
    }

    @Test
    void aWholeRunGivesExactlyTheActiveParametersWithinTheirRanges() {
        var dialogue = dialogue();
        assertThat(dialogue.answer(START)).isEqualTo("{\"ok\":true}");
        var seen = new HashMap<Boolean, Integer>();
        for (int i = 0; i < 40; i++) {
            var answer = Fields.of(say(dialogue, "{\"op\":\"ask\"}"));
            var params = answer.map("params");
            assertThat(params.number("lr")).isBetween(1e-5, 0.1);
            boolean sgd = params.text("opt").equals("sgd");
            assertThat(params.find("layers").isPresent()).isEqualTo(sgd);
            if (sgd) {
                assertThat(params.whole("layers")).isBetween(1L, 9L);
            }
            assertThat(answer.find("budget")).isEmpty();
            seen.merge(sgd, 1, Integer::sum);
            var id = answer.integer("id");
            assertThat(dialogue.answer(
                            "{\"op\":\"tell\",\"id\":" + id + ",\"state\":\"complete\",\"values\":[" + i + "]}"))
                    .isEqualTo("{\"ok\":true}");
        }
        assertThat(seen).as("eight times the hinted budget, and both branches").hasSize(2);
        assertThat(dialogue.answer("{\"op\":\"end\"}")).isEqualTo("{\"ok\":true}");
        assertThat(dialogue.ended()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameAnswersAndAnotherSeedOthers() {
        assertThat(asked(START)).isEqualTo(asked(START));
        assertThat(asked(START)).isNotEqualTo(asked(START.replace("\"seed\":3", "\"seed\":4")));
    }

    private static String asked(String start) {
        var dialogue = dialogue();
        dialogue.answer(start);
        return dialogue.answer("{\"op\":\"ask\"}");
    }

    @Test
    void aTrialIsTrainedToItsBudgetAndGoesOnUnderTheSameIdWithTheSameParameters() {
        var protocol = ProtocolOne.start(
                Fields.of(Json.parse(START.replace("\"trials\"", "\"epochs\":8,\"trials\""), "start")),
                new StudySpec.Search(new RandomSearch(), new HalvesOnce()),
                Clock.systemUTC());
        var first = new HashMap<Integer, Form>();
        var resumed = new HashSet<Integer>();
        for (int i = 0; i < 12; i++) {
            var answer = Fields.of(protocol.answer("ask", Fields.of(Form.of(new HashMap<>()))));
            int id = answer.integer("id");
            long budget = answer.whole("budget");
            long from = first.containsKey(id) ? 2 : 0;
            if (from == 0) {
                first.put(id, answer.require("params"));
                assertThat(budget).isEqualTo(2);
            } else {
                resumed.add(id);
                assertThat(answer.require("params")).isEqualTo(first.get(id));
                assertThat(budget).isEqualTo(8);
            }
            for (long epoch = from + 1; epoch <= budget; epoch++) {
                var stop = protocol.answer(
                        "report",
                        message("{\"op\":\"report\",\"id\":" + id + ",\"epoch\":" + epoch + ",\"value\":" + i + "}"));
                assertThat(Fields.of(stop).findTruth("stop"))
                        .as("after epoch %d of %d", epoch, budget)
                        .contains(epoch == budget && budget < 8);
            }
            protocol.answer(
                    "tell", message("{\"op\":\"tell\",\"id\":" + id + ",\"state\":\"complete\",\"values\":[1]}"));
        }
        assertThat(resumed).isNotEmpty().allMatch(id -> id % 2 == 1);
    }

    @Test
    void aTrialThatReportsNothingOnTheWayIsPutAsideAtItsBudgetAllTheSame() {
        var protocol = ProtocolOne.start(
                Fields.of(Json.parse(START.replace("\"trials\"", "\"epochs\":8,\"trials\""), "start")),
                new StudySpec.Search(new RandomSearch(), new HalvesOnce()),
                Clock.systemUTC());
        var budgets = IntStream.range(0, 3)
                .mapToLong(i -> {
                    var answer = Fields.of(protocol.answer("ask", message("{}")));
                    protocol.answer(
                            "tell",
                            message("{\"op\":\"tell\",\"id\":" + answer.integer("id")
                                    + ",\"state\":\"complete\",\"values\":[1]}"));
                    return answer.whole("budget");
                })
                .toArray();
        assertThat(budgets).containsExactly(2, 2, 8);
    }

    @Test
    void aTrialThatTheSchedulerStopsMayBeToldOnceMore() {
        var protocol = ProtocolOne.start(
                Fields.of(Json.parse(START.replace("\"trials\"", "\"epochs\":8,\"trials\""), "start")),
                new StudySpec.Search(new RandomSearch(), new HalvesOnce()),
                Clock.systemUTC());
        protocol.answer("ask", message("{}"));
        assertThat(Json.write(protocol.answer("report", message("{\"id\":0,\"epoch\":1,\"value\":101}"))))
                .isEqualTo("{\"stop\":true}");
        assertThat(Json.write(protocol.answer("tell", message("{\"id\":0,\"state\":\"pruned\",\"values\":[101]}"))))
                .isEqualTo("{\"ok\":true}");
        assertThat(Fields.of(protocol.answer("ask", message("{}"))).integer("id"))
                .isEqualTo(1);
    }

    @Test
    void aFiniteSpaceIsTriedOutOnceAndThenTheAnswerIsStopped() {
        var dialogue = dialogue();
        dialogue.answer("{\"op\":\"start\",\"protocol\":1,\"seed\":1,\"objectives\":1,\"trials\":100,\"space\":["
                + "{\"name\":\"kind\",\"type\":\"cat\",\"choices\":[\"a\",\"b\",\"c\"]}]}");
        var kinds = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var answer = Fields.of(say(dialogue, "{\"op\":\"ask\"}"));
            kinds.add(answer.map("params").text("kind"));
            dialogue.answer("{\"op\":\"tell\",\"id\":" + i + ",\"values\":[0.5]}");
        }
        assertThat(kinds).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(dialogue.answer("{\"op\":\"ask\"}")).isEqualTo("{\"stopped\":true}");
    }

    @Test
    void aLossThatIsNotANumberIsTakenAsEveryLanguageWritesIt() {
        var dialogue = dialogue();
        dialogue.answer(START);
        for (var value : new String[] {"NaN", "Infinity", "-Infinity", "\"NaN\"", "1e999"}) {
            int id = Fields.of(say(dialogue, "{\"op\":\"ask\"}")).integer("id");
            assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":" + id + ",\"values\":[" + value + "]}"))
                    .isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void severalObjectivesComeAsAList() {
        var dialogue = dialogue();
        dialogue.answer(START.replace("\"objectives\":1", "\"objectives\":2"));
        dialogue.answer("{\"op\":\"ask\"}");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":0,\"values\":[1]}"))
                .contains("error")
                .contains("must be 2");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":0,\"values\":[1,2]}"))
                .isEqualTo("{\"ok\":true}");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLineAndTheConversationGoesOn() {
        var dialogue = dialogue();
        assertThat(dialogue.answer("{\"op\":\"ask\"}")).contains("must come after a start");
        assertThat(dialogue.answer("gibberish")).contains("\"error\":\"request, line 1, column 1");
        assertThat(dialogue.answer("[1]")).contains("must be a map");
        assertThat(dialogue.answer("{\"nothing\":1}")).contains("op = nothing: must be there");
        assertThat(dialogue.answer(START.replace("\"protocol\":1", "\"protocol\":7")))
                .contains("protocol = 7");
        assertThat(dialogue.answer(START.replace("\"low\":1e-5", "\"low\":0")))
                .contains("lr")
                .doesNotContain("Exception");
        assertThat(dialogue.answer(START.replace("[\"sgd\"]", "[\"sgdd\"]")))
                .contains("sgdd")
                .contains("error");
        assertThat(dialogue.answer(START.replace("\"type\":\"int\"", "\"type\":\"integer\"")))
                .contains("layers type = integer: is not known. Maybe one of float, int, cat?");
        assertThat(dialogue.answer(START)).isEqualTo("{\"ok\":true}");
        assertThat(dialogue.answer(START)).contains("a study is under way already");
        assertThat(dialogue.answer("{\"op\":\"pause\"}")).contains("op = pause: is not known");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":5,\"values\":[1]}"))
                .contains("id = 5: was never given out");
        dialogue.answer("{\"op\":\"ask\"}");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":0,\"state\":\"done\",\"values\":[1]}"))
                .contains("state = done: is not known");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":0,\"values\":[true]}"))
                .contains("values = true: must be a number");
        assertThat(dialogue.answer("{\"op\":\"tell\",\"id\":0,\"values\":[1]}")).isEqualTo("{\"ok\":true}");
    }

    @Test
    void anUnknownSamplerIsRefusedWithTheNearestName() {
        var dialogue = dialogue("randon");
        assertThat(dialogue.answer(START)).contains("sampler = randon: is not installed. Maybe random?");
    }

    @Test
    void nothingIsEndedByTheHintedBudgetOfEpochsEither() {
        var protocol = ProtocolOne.start(
                Fields.of(Json.parse(START.replace("\"trials\":5", "\"epochs\":4,\"trials\":1"), "start")),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            assertThat(Fields.of(protocol.answer("ask", message("{}"))).integer("id"))
                    .isEqualTo(i);
            protocol.answer("tell", message("{\"id\":" + i + ",\"values\":[1]}"));
        }
    }

    private static Fields message(String text) {
        return Fields.of(Json.parse(text, "request"));
    }
}
