package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many trials a second can be asked for and told, on SQLite, by one client and by many, through both doors in turns. The
 * configurations are drawn at random and nothing is run, so what is counted is what the doors and the store cost.
 */
@Tag("slow")
class AskTellSpeedTest {
    private static final int ROUNDS = 5;
    private static final int TRIALS_OF_ONE = 1000;
    private static final int MANY = 16;
    private static final int TRIALS_OF_MANY = 3200;
    private static final String STUDY = "\"name\":\"%s\",\"sampler\":\"random\",\"scheduler\":\"none\","
            + "\"space\":{\"x\":{\"type\":\"real\",\"low\":0,\"high\":1},\"y\":{\"type\":\"real\",\"low\":0,\"high\":1}},"
            + "\"objective\":{\"name\":\"loss\"}";

    @TempDir
    private Path home;

    /** Says something and hears the answer. */
    private interface Client extends AutoCloseable {
        /** The number of a new trial. */
        int ask() throws Exception;

        void tell(int id) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    private final class OnStandardInput implements Client {
        private final Process process;
        private final Writer out;
        private final BufferedReader in;

        OnStandardInput(String study) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "ask-tell",
                            "--store",
                            store().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            out = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
            in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            say("{\"op\":\"start\",\"protocol\":2," + STUDY.formatted(study) + "}");
        }

        private String say(String line) throws IOException {
            out.write(line + "\n");
            out.flush();
            return in.readLine();
        }

        @Override
        public int ask() throws IOException {
            return Fields.of(Json.parseMap(say("{\"op\":\"ask\"}"), "answer")).integer("id");
        }

        @Override
        public void tell(int id) throws IOException {
            say("{\"op\":\"tell\",\"id\":" + id + ",\"values\":{\"loss\":1},\"seconds\":1}");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class OverHttp implements Client {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final String address;

        OverHttp(URI server, String study) throws Exception {
            address = server + "api/studies/" + study;
            say(server + "api/studies", "{" + STUDY.formatted(study) + "}");
        }

        private String say(String path, String body) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }

        @Override
        public int ask() throws Exception {
            return Fields.of(Json.parseMap(say(address + "/ask", "{}"), "answer"))
                    .integer("id");
        }

        @Override
        public void tell(int id) throws Exception {
            say(address + "/trials/" + id + "/tell", "{\"values\":{\"loss\":1},\"seconds\":1}");
        }
    }

    private Path store() {
        return home.resolve("studies.db");
    }

    @Test
    void trialsAskedForAndToldInASecond() throws Exception {
        try (var server = ServeProcess.start(home)) {
            for (int round = 0; round <= ROUNDS; round++) {
                for (int clients : new int[] {1, MANY}) {
                    int trials = clients == 1 ? TRIALS_OF_ONE : TRIALS_OF_MANY;
                    var name = "-" + round + "-" + clients;
                    var http = measured("http" + name, clients, trials, study -> new OverHttp(server.address(), study));
                    var lines = measured("lines" + name, clients, trials, OnStandardInput::new);
                    if (round > 0) { // the first one warms up
                        System.err.printf(
                                "%2d clients: over HTTP %5.0f trials a second, %.2f ms each; on standard input %5.0f,"
                                        + " %.2f ms%n",
                                clients, http, 1000 * clients / http, lines, 1000 * clients / lines);
                    }
                }
            }
        }
    }

    private interface Making {
        Client of(String study) throws Exception;
    }

    /** Trials a second. */
    private double measured(String study, int clients, int trials, Making making) throws Exception {
        var all = new ArrayList<Client>();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            for (int i = 0; i < clients; i++) {
                all.add(making.of(study));
            }
            var calls = all.stream()
                    .<Callable<Boolean>>map(client -> () -> {
                        for (int i = 0; i < trials / clients; i++) {
                            client.tell(client.ask());
                        }
                        return true;
                    })
                    .toList();
            long begin = System.nanoTime();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            try (var store = SqliteStore.open(store())) {
                assertThat(store.length(study)).isEqualTo(2L * trials);
            }
            return trials / seconds;
        } finally {
            threads.shutdownNow();
            for (var client : List.copyOf(all)) {
                client.close();
            }
        }
    }
}
