package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the process that speaks with Spark says to the one that began it. */
@Timeout(120)
class SparkServiceTest {
    @Test
    void itsWordComesByStandardInputAndWhatSparkRefusesIsOneSentence() throws Exception {
        var errand = Form.of(Map.of(
                "master", Form.of("nonsense"),
                "study", Form.of("s"),
                "store", Form.of("store.db"),
                "class_path", Form.of(Program.CLASS_PATH),
                "workers", Form.of(1),
                "arguments", Form.of(List.of()),
                "jars", Form.of(List.of()),
                "spark", Form.of(Map.of("spark.driver.host", Form.of("127.0.0.1")))));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var service = CompletableFuture.runAsync(() -> serve(server.getLocalPort()));
            try (var socket = server.accept();
                    var in =
                            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                    var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
                assertThat(in.readLine()).isEqualTo("the word");
                out.println(Json.write(errand));
                var said = Fields.of(Json.parseMap(in.readLine(), "said"));
                assertThat(said.text("failed")).contains("nonsense").doesNotContain("\n");
                assertThat(in.readLine()).isNull();
            }
            service.get();
        }
    }

    private static void serve(int port) {
        try {
            SparkService.serve(port, new ByteArrayInputStream("the word\n".getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
