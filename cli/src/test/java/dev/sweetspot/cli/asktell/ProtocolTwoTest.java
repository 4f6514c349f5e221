package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTwoTest {
    private static final String SPACE =
            "\"space\":{\"lr\":{\"type\":\"real\",\"low\":1e-5,\"high\":0.1,\"scale\":\"log\"},"
                    + "\"opt\":{\"type\":\"categorical\",\"choices\":[\"sgd\",\"adam\"]}}";
    private static final String START = "{\"op\":\"start\",\"protocol\":2,\"seed\":3," + SPACE
            + ",\"objective\":{\"name\":\"loss\"},\"limits\":[\"memory <= 2GB\"]}";

    private final Dialogue dialogue = dialogue(Optional.empty(), InMemoryStore::new);

    private static Dialogue dialogue(Optional<String> name, Supplier<Store> store) {
        return new Dialogue(new Chosen("random", "none"), new Keeping(Clock.systemUTC(), "test", name, store));
    }

    private static Fields say(Dialogue dialogue, String request) {
        return Fields.of(Json.parseMap(dialogue.answer(request), "answer"));
    }

    private Fields say(String request) {
        return say(dialogue, request);
    }

    private static String start(String space, String more) {
        return "{\"op\":\"start\",\"protocol\":2,\"objective\":{\"name\":\"loss\"},\"space\":{" + space + "}" + more
                + "}";
    }

    @Test
    void everyKindOfParameterAndRelationIsKept() {
        say(start(
                "\"a\":{\"type\":\"real\",\"low\":0,\"high\":1,\"step\":0.25},"
                        + "\"b\":{\"type\":\"integer\",\"low\":2,\"high\":10,\"step\":4},"
                        + "\"c\":{\"type\":\"ordinal\",\"choices\":[16,32,64]},"
                        + "\"d\":{\"type\":\"boolean\"},"
                        + "\"e\":{\"type\":\"real\",\"low\":0.9,\"high\":0.999,\"scale\":\"reverse-log\"},"
                        + "\"f\":{\"type\":\"real\",\"low\":0,\"high\":1,\"when\":{\"d\":true}}",
                ",\"relations\":[\"f <= a\",{\"forbid\":{\"b\":6,\"c\":64}}]"));
        var seen = new HashSet<Object>();
        for (int i = 0; i < 60; i++) {
            var params = say("{\"op\":\"ask\"}").map("params");
            double a = params.number("a");
            assertThat(a * 4).isCloseTo(Math.rint(a * 4), within(1e-12));
            assertThat(params.whole("b")).isIn(2L, 6L, 10L);
            assertThat(params.whole("c")).isIn(16L, 32L, 64L);
            assertThat(params.number("e")).isBetween(0.9, 0.999);
            boolean d = params.findTruth("d").orElseThrow();
            assertThat(params.find("f").isPresent()).isEqualTo(d);
            params.findNumber("f").ifPresent(f -> assertThat(f).isLessThanOrEqualTo(a + 1e-12));
            assertThat(params.whole("b") == 6 && params.whole("c") == 64).isFalse();
            seen.add(params.whole("c"));
            say("{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"loss\":" + i + "}}");
        }
        assertThat(seen).hasSize(3);
    }

    @Test
    void theSearchBeginsWhereGoodValuesAreBelievedToLie() {
        var gp = new Dialogue(
                new Chosen("gp", "none"), new Keeping(Clock.systemUTC(), "test", Optional.empty(), InMemoryStore::new));
        say(
                gp,
                start(
                        "\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}",
                        ",\"beliefs\":[{\"parameter\":\"x\",\"value\":0.8,\"spread\":0.01}]"));

        assertThat(say(gp, "{\"op\":\"ask\"}").map("params").number("x")).isBetween(0.74, 0.86);
    }

    @Test
    void aBeliefInWhatIsNotThereIsRefused() {
        var answer = say(start(
                "\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}",
                ",\"beliefs\":[{\"parameter\":\"y\",\"value\":0.8}]"));

        assertThat(answer.text("error")).contains("belief = y", "is not a parameter of the space");
    }

    @Test
    void whatEarlierStudiesFoundGoodIsTriedFirst() {
        var gp = new Dialogue(
                new Chosen("gp", "none"), new Keeping(Clock.systemUTC(), "test", Optional.empty(), InMemoryStore::new));
        var results = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            results.append(i == 0 ? "" : ",")
                    .append("{\"configuration\":{\"x\":0." + i + "},\"values\":{\"loss\":" + Math.abs(i - 3) + "}}");
        }
        say(
                gp,
                start(
                        "\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}",
                        ",\"related\":[{\"study\":\"before\",\"results\":[" + results + "]}]"));

        assertThat(say(gp, "{\"op\":\"ask\"}").map("params").number("x")).isBetween(0.2, 0.4);
    }

    @Test
    void severalTrialsMayBeOpenAndAreToldInAnyOrder() {
        say(START);
        for (int i = 0; i < 4; i++) {
            assertThat(say("{\"op\":\"ask\"}").integer("id")).isEqualTo(i);
        }
        for (int id : new int[] {2, 0, 3, 1}) {
            assertThat(say("{\"op\":\"tell\",\"id\":" + id + ",\"values\":{\"loss\":" + id + "}}")
                            .text("state"))
                    .isEqualTo("completed");
        }
        assertThat(say("{\"op\":\"best\"}").map("best").integer("id")).isZero();
    }

    @Test
    void theBestFewAreRepeatedAndTheChoiceSaysWhy() {
        say(start(
                "\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}",
                ",\"repeats\":{\"name\":\"best\",\"best\":1,\"runs\":3,\"share\":0.5},\"budget\":{\"trials\":10}"));
        var repeated = new ArrayList<Integer>();
        for (int id = 0; id < 10; id++) {
            var trial = say("{\"op\":\"ask\"}");
            if (trial.find("repeat_of").isPresent()) {
                repeated.add(trial.integer("repeat_of"));
            }
            say("{\"op\":\"tell\",\"id\":" + id + ",\"values\":{\"loss\":" + (id == 3 ? 0 : 10 + id) + "}}");
        }

        assertThat(repeated).startsWith(3);
        var best = say("{\"op\":\"best\"}").map("best");
        assertThat(best.text("why")).contains("is chosen over trial");
        assertThat(best.list("runs").items()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTrialThatBreaksALimitCountsNotEvenWithTheBestValue() {
        say(START);
        say("{\"op\":\"ask\"}");
        say("{\"op\":\"ask\"}");
        assertThat(say("{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":0.1,\"memory\":3e9}}")
                        .text("state"))
                .isEqualTo("over limit");
        assertThat(dialogue.answer("{\"op\":\"best\"}")).isEqualTo("{\"best\":null}");
        say("{\"op\":\"tell\",\"id\":1,\"values\":{\"loss\":0.5,\"memory\":1e9}}");
        assertThat(say("{\"op\":\"best\"}").map("best").integer("id")).isEqualTo(1);
    }

    @Test
    void aLimitThatIsBrokenOnTheWayEndsTheTrial() {
        say(
                START.replace(
                        "\"limits\":[\"memory <= 2GB\"]",
                        "\"epochs\":5,\"limits\":[{\"name\":\"memory\",\"bound\":\"at_most\",\"limit\":2e9,\"known\":\"while\"}]"));
        say("{\"op\":\"ask\"}");
        assertThat(say("{\"op\":\"report\",\"id\":0,\"at\":1,\"values\":{\"memory\":1e9}}")
                        .findTruth("stop"))
                .contains(false);
        var answer = say("{\"op\":\"report\",\"id\":0,\"at\":2,\"values\":{\"memory\":5e9}}");
        assertThat(answer.findTruth("stop")).contains(true);
        assertThat(answer.text("state")).isEqualTo("over limit");
        assertThat(answer.text("reason")).isEqualTo("memory = 5000000000");
    }

    @Test
    void whatIsToldOnceMoreIsAnsweredAsBeforeAndSomethingElseIsRefused() {
        say(START.replace("\"limits\"", "\"epochs\":5,\"limits\""));
        say("{\"op\":\"ask\"}");
        say("{\"op\":\"report\",\"id\":0,\"at\":1,\"values\":{\"loss\":NaN}}");
        for (int times = 0; times < 2; times++) {
            assertThat(say("{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":1}}").text("state"))
                    .as("a report has ended it")
                    .isEqualTo("failed");
        }
        say("{\"op\":\"ask\"}");
        for (int times = 0; times < 2; times++) {
            assertThat(say("{\"op\":\"tell\",\"id\":1,\"values\":{\"loss\":1}}").text("state"))
                    .isEqualTo("completed");
        }
        assertThat(say("{\"op\":\"tell\",\"id\":1,\"values\":{\"loss\":2}}").text("error"))
                .isEqualTo("id = 1: is not open here: completed. Maybe ask first?");
        assertThat(say("{\"op\":\"tell\",\"id\":9,\"values\":{\"loss\":1}}").text("error"))
                .contains("id = 9: was never given out");
    }

    @Test
    void aStatedDefaultAndGivenConfigurationsComeFirstAndOtherwiseNothingDoes() {
        say(start(
                "\"x\":{\"type\":\"real\",\"low\":0,\"high\":1,\"default\":0.125},"
                        + "\"y\":{\"type\":\"integer\",\"low\":1,\"high\":9}",
                ",\"first\":[{\"x\":0.5,\"y\":2}]"));
        assertThat(say("{\"op\":\"ask\"}").map("params").number("x")).isEqualTo(0.125);
        assertThat(say("{\"op\":\"ask\"}").map("params").number("x")).isEqualTo(0.5);
        var plain = dialogue(Optional.empty(), InMemoryStore::new);
        say(plain, start("\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}", ""));
        assertThat(say(plain, "{\"op\":\"ask\"}").text("by")).isEqualTo("random");
    }

    @Test
    void aTrialCanAskForItsParametersAsItRuns() {
        say(start("", ",\"budget\":{\"trials\":2}"));
        assertThat(say("{\"op\":\"ask\"}").map("params").find("n")).isEmpty();
        long n =
                say("{\"op\":\"suggest\",\"id\":0,\"name\":\"n\",\"parameter\":{\"type\":\"integer\",\"low\":1,\"high\":9}}")
                        .whole("value");
        assertThat(n).isBetween(1L, 9L);
        say("{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":1}}");
        assertThat(say("{\"op\":\"ask\"}").map("params").whole("n")).isBetween(1L, 9L);
    }

    @Test
    void theTimeOfABudgetRunsFromTheStart() throws InterruptedException {
        say(START.replace("\"limits\"", "\"budget\":{\"minutes\":0.0005},\"limits\""));
        Thread.sleep(40);
        assertThat(say("{\"op\":\"ask\"}").text("finished")).contains("minutes is used up");
    }

    @Test
    void whatCannotBeDoneIsSaidWithTheEntryAndTheConversationGoesOn() {
        assertThat(error(START.replace("\"real\"", "\"reel\""))).contains("lr type = reel: is not known. Maybe real?");
        assertThat(error(START.replace("\"objective\":{", "\"objectve\":{")))
                .contains("entry = objectve: is not known here. Maybe objective?");
        assertThat(error(START.replace(",\"objective\":{\"name\":\"loss\"}", "")))
                .contains("objective = nothing: must be there");
        assertThat(error(START.replace("memory <= 2GB", "memory < 2GB"))).contains("memory < 2GB");
        assertThat(error(START.replace("\"seed\":3", "\"sampler\":\"randm\""))).contains("Maybe random?");
        assertThat(error(START.replace("\"seed\":3", "\"budget\":{\"trials\":0}")))
                .contains("trials = 0: must be at least 1");
        assertThat(error(START.replace("\"seed\":3", "\"epochs\":0"))).contains("epochs = 0");
        assertThat(error(START.replace("\"seed\":3", "\"first\":[{\"lr\":0.01}]")))
                .contains("opt");
        assertThat(error(START.replace("\"seed\":3", "\"relations\":[\"lr >= 1\"]")))
                .contains("lr");
        assertThat(error("{\"op\":\"start\",\"protocol\":2}")).contains("space = nothing: must be there");
        assertThat(say(START).findTruth("ok")).contains(true);
        assertThat(error("{\"op\":\"aks\"}")).contains("op = aks: is not known. Maybe ask?");
        assertThat(error("{\"op\":\"ask\",\"count\":2}")).contains("entry = count: is not known here");
        say("{\"op\":\"ask\"}");
        assertThat(error("{\"op\":\"tell\",\"id\":0}")).contains("values = nothing: must be there");
        assertThat(error("{\"op\":\"tell\",\"id\":0,\"state\":\"complet\",\"values\":{\"loss\":1}}"))
                .contains("state = complet: is not known. Maybe completed?");
        assertThat(error("{\"op\":\"tell\",\"id\":0,\"state\":\"failed\",\"cause\":\"oom\"}"))
                .contains("cause = oom: is not known");
        assertThat(error("{\"op\":\"tell\",\"id\":0.5,\"values\":{\"loss\":1}}"))
                .contains("id = 0.5: must be a whole number");
        assertThat(error("{\"op\":\"report\",\"id\":0,\"at\":7,\"values\":{\"loss\":1}}"))
                .contains("at = 7: must be above 0 and at most 1.0");
        assertThat(error("{\"op\":\"add\",\"params\":{\"lr\":0.01,\"opt\":\"adam\"},\"values\":{}}"))
                .contains("must have loss");
        assertThat(say("{\"op\":\"trials\"}").list("trials").items())
                .as("what is wrong changes nothing")
                .hasSize(1);
    }

    private String error(String request) {
        return say(request).text("error");
    }

    @Test
    void aStudyWithANameGoesOnInAnotherProcessWhereItWasLeft(@TempDir Path folder) {
        Supplier<Store> store = () -> SqliteStore.open(folder.resolve("studies.db"));
        try (var first = dialogue(Optional.of("kept"), store)) {
            assertThat(say(first, START).text("study")).isEqualTo("kept");
            for (int i = 0; i < 3; i++) {
                say(first, "{\"op\":\"ask\"}");
                say(first, "{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"loss\":" + i + "},\"seconds\":2}");
            }
        }
        try (var second = dialogue(Optional.of("kept"), store)) {
            assertThat(say(second, START.replace("\"high\":0.1", "\"high\":0.2"))
                            .text("error"))
                    .contains("name = kept: is there already, with another space.");
            assertThat(say(second, START).integer("trials")).isEqualTo(3);
            assertThat(say(second, "{\"op\":\"best\"}").map("best").number("seconds"))
                    .isEqualTo(2);
            assertThat(say(second, "{\"op\":\"ask\"}").integer("id")).isEqualTo(3);
            say(second, "{\"op\":\"tell\",\"id\":3,\"values\":{\"loss\":-1}}");
        }
        try (var third = dialogue(Optional.empty(), store)) {
            assertThat(say(third, "{\"op\":\"start\",\"protocol\":2,\"name\":\"kept\"}")
                            .integer("trials"))
                    .isEqualTo(4);
            ListForm trials = say(third, "{\"op\":\"trials\",\"from\":3}").list("trials");
            assertThat(trials.items()).hasSize(1);
            assertThat(Fields.of(trials.items().get(0)).map("values").number("loss"))
                    .isEqualTo(-1);
        }
        try (var other = dialogue(Optional.empty(), store)) {
            assertThat(say(other, "{\"op\":\"start\",\"protocol\":2,\"name\":\"none\"}")
                            .text("error"))
                    .contains("space = nothing: must be there");
        }
    }

    @Test
    void theSameStudyInMemoryAndInAStoreAsksTheSame(@TempDir Path folder) {
        try (var kept = dialogue(Optional.of("kept"), () -> SqliteStore.open(folder.resolve("studies.db")))) {
            say(START);
            say(kept, START);
            for (int i = 0; i < 5; i++) {
                assertThat(kept.answer("{\"op\":\"ask\"}")).isEqualTo(dialogue.answer("{\"op\":\"ask\"}"));
                var told = "{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"loss\":" + i + "}}";
                assertThat(kept.answer(told)).isEqualTo(dialogue.answer(told));
            }
        }
    }
}
