package dev.sweetspot.server.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.server.asktell.Door.Heard;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AskTellOverHttpTest {
    private static final String STUDY =
            "{\"name\":\"t\",\"seed\":7,\"epochs\":3,\"space\":{\"lr\":{\"type\":\"real\",\"low\":1e-5,\"high\":0.1,"
                    + "\"scale\":\"log\"}},\"objective\":{\"name\":\"loss\"},\"limits\":[\"memory <= 2GB\"]%s}";

    @TempDir
    private Path folder;

    private Door door;

    @BeforeEach
    void open() {
        door = door("one", Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Door door(String process, Duration lease) {
        return new Door(SqliteStore.open(folder.resolve("studies.db")), process, lease);
    }

    private void study(String more) {
        assertThat(door.say("/studies", STUDY.formatted(more)).status()).isEqualTo(201);
    }

    private int ask(String json) {
        var heard = door.say("/studies/t/ask", json);
        assertThat(heard.status()).as(heard.text()).isEqualTo(200);
        return heard.fields().integer("id");
    }

    private Heard tell(int id, String json) {
        return door.say("/studies/t/trials/" + id + "/tell", json);
    }

    // ---- making and opening ----

    @Test
    void aStudyIsMadeOnceAndGoneOnWithWhoeverSaysTheSame() {
        study("");
        var again = door.say("/studies", STUDY.formatted(""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.fields().text("study")).isEqualTo("t");
        assertThat(door.say("/studies", "{\"name\":\"t\"}").status()).isEqualTo(200);
        var other = door.say("/studies", STUDY.formatted("").replace("1e-5", "1e-6"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("is there already, with another space");
        assertThat(door.look("/studies").text()).isEqualTo("{\"studies\":[\"t\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/studies | {\"name\":\"u\"} | 404 | study = u: is not there.",
                "/studies | {\"space\":{}} | 400 | name",
                "/studies | {\"name\":\"u\",\"spcae\":{}} | 400 | entry = spcae: is not known here.",
                "/studies | {\"name\":\"u\",\"space\":{\"x\":{\"type\":\"real\",\"low\":2,\"high\":1}},\"objective\":{\"name\":\"l\"}} | 400 | low",
                "/studies/tt/ask | {} | 404 | study = tt: is not there.",
                "/studies/t/ask | {\"count\":0} | 400 | count = 0: must be from 1 to 1000.",
                "/studies/t/ask | {\"wait\":99} | 400 | must be from 0 to 20 seconds.",
                "/studies/t/ask | {\"lease\":0} | 400 | must be from 1 to 604800 seconds.",
                "/studies/t/ask | {\"key\":\" \"} | 400 | must have 1 to 100 characters.",
                "/studies/t/ask | {\"key\":\"x | 400 | body, line 1",
                "/studies/t/trials/0/tell | {\"values\":{\"lss\":1}} | 400 | must have loss.",
                "/studies/t/trials/0/tell | {\"valus\":{}} | 400 | entry = valus: is not known here.",
                "/studies/t/trials/0/tell | {\"values\":3} | 400 | must be a map",
                "/studies/t/trials/0/tell | {\"values\":{\"loss\":1},\"key\":\"other\"} | 409 | has not got trial 0 any more",
                "/studies/t/trials/0/report | {\"at\":9,\"values\":{\"loss\":1}} | 400 | must be above 0 and at most 3.0 epochs.",
                "/studies/t/trials/7/tell | {\"values\":{\"loss\":1}} | 404 | id = 7: was never given out.",
                "/studies/t/trials/x/tell | {\"values\":{\"loss\":1}} | 404 | trial = x: is not there.",
                "/studies/t/trials/7/alive | {} | 404 | id = 7: was never given out.",
                "/studies/t/enqueue | {\"params\":{\"lr\":7}} | 400 | lr = 7: must be from 1e-5 to 0.1.",
                "/studies/t/enqueue | {\"params\":{\"rl\":0.01}} | 400 | rl",
                "/studies/t/change | {\"space\":{\"lr\":{\"scale\":\"linear\"}}} | 400 | must stay as it is: log."
            })
    void whatCannotBeDoneIsRefusedInWords(String path, String json, int status, String words) {
        study("");
        ask("{}");
        var heard = door.say(path, json);
        assertThat(heard.status()).as(heard.text()).isEqualTo(status);
        assertThat(heard.fields().text("error")).contains(words).doesNotContain("Exception");
        assertThat(door.look("/studies/t").fields().map("states").integer("running"))
                .as("nothing has changed")
                .isEqualTo(1);
    }

    // ---- saying it twice ----

    @Test
    void anAskThatIsRepeatedUnderItsKeyGetsTheSameTrials() {
        study("");
        int first = ask("{\"key\":\"a\"}");
        assertThat(ask("{\"key\":\"a\"}")).isEqualTo(first);
        assertThat(ask("{\"key\":\"b\"}")).isNotEqualTo(first);
        var three = door.say("/studies/t/ask", "{\"key\":\"c\",\"count\":3}").fields();
        var again = door.say("/studies/t/ask", "{\"key\":\"c\",\"count\":3}").fields();
        assertThat(three.list("trials").items())
                .hasSize(3)
                .isEqualTo(again.list("trials").items());
        tell(first, "{\"values\":{\"loss\":1}}");
        assertThat(ask("{\"key\":\"a\"}")).as("the old one has ended").isNotEqualTo(first);
    }

    @Test
    void whatIsToldTwiceIsAnsweredAsTheFirstTimeAndSomethingElseIsRefused() {
        study("");
        for (var ending : Set.of(
                "{\"values\":{\"loss\":1,\"acc\":2}}",
                "{\"values\":{\"loss\":NaN}}",
                "{\"values\":{\"memory\":3e9}}",
                "{\"state\":\"failed\",\"cause\":\"out_of_memory\"}",
                "{\"state\":\"stopped\",\"values\":{\"loss\":3},\"reason\":\"enough\"}")) {
            int id = ask("{}");
            var first = tell(id, ending);
            assertThat(first.status()).as(first.text()).isEqualTo(200);
            assertThat(tell(id, ending).text()).isEqualTo(first.text());
            var other = tell(id, "{\"values\":{\"loss\":0.5}}");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.text()).contains("id = " + id + ": is not open here");
        }
        assertThat(door.look("/studies/t").fields().whole("trials")).isEqualTo(5);
    }

    @Test
    void aReportIsTakenOnceAndAnsweredAsOftenAsItIsSaid() {
        study("");
        int id = ask("{}");
        var report = "/studies/t/trials/" + id + "/report";
        for (int i = 0; i < 2; i++) {
            assertThat(door.say(report, "{\"at\":1,\"values\":{\"loss\":1}}").text())
                    .isEqualTo("{\"stop\":false}");
        }
        var stop = door.say(report, "{\"at\":2,\"values\":{\"loss\":Infinity}}");
        assertThat(stop.text()).startsWith("{\"stop\":true,\"state\":\"failed\"");
        assertThat(door.say(report, "{\"at\":2,\"values\":{\"loss\":Infinity}}").text())
                .isEqualTo(stop.text());
        for (int i = 0; i < 2; i++) {
            assertThat(tell(id, "{\"values\":{\"loss\":1}}").text())
                    .as("a trial that a report ended may be told")
                    .startsWith("{\"ok\":true,\"state\":\"failed\"");
        }
    }

    @Test
    void ofTwoWhoTellOneTrialAtOnceOneIsFirst() throws Exception {
        study("");
        for (int round = 0; round < 5; round++) {
            int id = ask("{}");
            var said = atOnce(8, who -> tell(id, "{\"values\":{\"loss\":" + who + "}}"));
            assertThat(said.stream().filter(heard -> heard.status() == 200)).hasSize(1);
            assertThat(said.stream().filter(heard -> heard.status() == 409)).hasSize(7);
        }
    }

    private interface Speaker {
        Heard say(int who);
    }

    private static List<Heard> atOnce(int clients, Speaker speaker) throws Exception {
        var all = new ArrayList<Heard>();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var calls = IntStream.range(0, clients)
                    .<Callable<Heard>>mapToObj(who -> () -> speaker.say(who))
                    .toList();
            for (var future : threads.invokeAll(calls)) {
                all.add(future.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return all;
    }

    // ---- several at once, and those who vanish ----

    @Test
    void manyClientsOfOneStudyGetATrialEachAndTogetherExactlyItsBudget() throws Exception {
        study(",\"budget\":{\"trials\":40}");
        var ids = new TreeSet<Integer>();
        atOnce(8, who -> {
            while (true) {
                var heard = door.say("/studies/t/ask", "{\"wait\":20}");
                if (heard.fields().find("finished").isPresent()) {
                    return heard;
                }
                int id = heard.fields().integer("id");
                synchronized (ids) {
                    assertThat(ids.add(id)).as("given out once").isTrue();
                }
                assertThat(tell(id, "{\"values\":{\"loss\":" + id + "}}").status())
                        .isEqualTo(200);
            }
        });
        assertThat(ids).hasSize(40);
        assertThat(door.look("/studies/t/best").fields().map("best").integer("id"))
                .isZero();
    }

    @Test
    void theTrialOfAClientWhoVanishesGoesToAnotherWhoGoesOnWithIt() {
        study(",\"budget\":{\"trials\":1}");
        int id = ask("{\"key\":\"gone\"}");
        door.say("/studies/t/trials/" + id + "/report", "{\"at\":1,\"values\":{\"loss\":1},\"key\":\"gone\"}");
        var now = door.say("/studies/t/ask", "{\"key\":\"next\"}");
        assertThat(now.status()).as("it may still come back").isEqualTo(202);
        assertThat(now.text()).isEqualTo("{\"wait\":true}");
        assertThat(now.response().headers().firstValue("Retry-After")).contains("1");

        door.say("/studies/t/trials/" + id + "/alive", "{\"lease\":1}");
        var later = door.say("/studies/t/ask", "{\"key\":\"next\",\"wait\":20}").fields();
        assertThat(later.integer("id")).isEqualTo(id);
        assertThat(later.number("from")).isEqualTo(1);
        for (var path : new String[] {"report", "tell", "alive"}) {
            var body = path.equals("alive") ? "{" : "{\"values\":{\"loss\":1},";
            var back = door.say(
                    "/studies/t/trials/" + id + "/" + path,
                    body + (path.equals("report") ? "\"at\":2," : "") + "\"key\":\"gone\"}");
            assertThat(back.status()).as(path + back.text()).isEqualTo(409);
            assertThat(back.text()).contains("another client has it");
        }
        assertThat(tell(id, "{\"values\":{\"loss\":1},\"key\":\"next\"}").status())
                .isEqualTo(200);
    }

    @Test
    void whoSaysThatHeIsThereKeepsHisTrial() {
        study(",\"budget\":{\"trials\":1}");
        int id = ask("{\"lease\":1}");
        var alive = "/studies/t/trials/" + id + "/alive";
        assertThat(door.say(alive, "{\"lease\":60}").text()).isEqualTo("{\"lease\":60}");
        assertThat(door.say("/studies/t/ask", "{\"wait\":2}").status())
                .as("after the time that was said first")
                .isEqualTo(202);
        assertThat(door.say(alive, "{}").text()).isEqualTo("{\"lease\":60}");
        tell(id, "{\"values\":{\"loss\":1}}");
        assertThat(door.say(alive, "{}").status()).isEqualTo(409);
    }

    @Test
    void whatAnotherProcessGaveOutIsToldToThisOne() {
        study(",\"budget\":{\"trials\":3}");
        int one = ask("{\"key\":\"a\",\"lease\":600}");
        int two = ask("{}");
        int three = ask("{\"key\":\"c\"}");
        door.say("/studies/t/trials/" + one + "/report", "{\"at\":1,\"values\":{\"loss\":1}}");
        tell(three, "{\"values\":{\"loss\":3}}");
        try (var other = door("two", Duration.ofMinutes(1))) {
            assertThat(other.say("/studies/t/ask", "{\"key\":\"a\"}").fields().integer("id"))
                    .isEqualTo(one);
            assertThat(other.say("/studies/t/trials/" + one + "/report", "{\"at\":2,\"values\":{\"loss\":1}}")
                            .text())
                    .isEqualTo("{\"stop\":false}");
            assertThat(other.say("/studies/t/trials/" + three + "/tell", "{\"values\":{\"loss\":3}}")
                            .status())
                    .as("told again where the answer was lost")
                    .isEqualTo(200);
            assertThat(other.say("/studies/t/trials/" + two + "/tell", "{\"values\":{\"loss\":2}}")
                            .status())
                    .isEqualTo(200);
            assertThat(other.say("/studies/t/trials/" + one + "/tell", "{\"values\":{\"loss\":1}}")
                            .status())
                    .isEqualTo(200);
            assertThat(other.say("/studies/t/ask", "{}").text()).contains("the budget of 3 trials is used up");
        }
        assertThat(tell(two, "{\"values\":{\"loss\":9}}").status()).isEqualTo(409);
        assertThat(door.look("/studies/t/trials").fields().list("trials").items().stream()
                        .map(trial -> Fields.of(trial).map("values").number("loss")))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void aClosedStudyGivesNothingOutAndStillListens() {
        study("");
        int id = ask("{}");
        door.say("/studies/t/close", "{\"reason\":\"seen enough\"}");
        assertThat(door.say("/studies/t/ask", "{\"wait\":20}").text())
                .contains("finished")
                .contains("seen enough");
        assertThat(tell(id, "{\"values\":{\"loss\":2}}").status()).isEqualTo(200);
        assertThat(door.look("/studies/t").fields().text("standing")).isEqualTo("stopped");
        door.say("/studies/t/reopen", "{}");
        ask("{}");
    }
}
