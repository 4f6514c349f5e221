package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkProcessTest {
    @TempDir
    Path folder;

    @Test
    void whatSparkWroteLastIsShownWithoutTheWayThroughItsProgram() throws IOException {
        var log = Files.writeString(folder.resolve("spark.log"), """
                26/11/22 01:02:03 INFO SparkContext: Running Spark version 4.0.1
                26/11/22 01:02:04 WARN StandaloneAppClient$ClientEndpoint: Failed to connect to master 127.0.0.1:1
                Exception in thread "main" org.apache.spark.SparkException: Exception thrown in awaitResult:
                \tat org.apache.spark.util.SparkThreadUtils$.awaitResult(SparkThreadUtils.scala:53)
                \tat java.base/java.lang.Thread.run(Thread.java:1583)
                Caused by: java.io.IOException: Failed to connect to /127.0.0.1:1
                \tat org.apache.spark.network.client.TransportClientFactory.createClient(TransportClientFactory.java:294)
                \t... 9 more

                """);

        assertThat(SparkProcess.lastLines(log)).isEqualTo("""
                26/11/22 01:02:04 WARN StandaloneAppClient$ClientEndpoint: Failed to connect to master 127.0.0.1:1
                Exception in thread "main" org.apache.spark.SparkException: Exception thrown in awaitResult:
                Caused by: java.io.IOException: Failed to connect to /127.0.0.1:1
                All that Spark wrote is in %s""".formatted(log));
        assertThat(SparkProcess.lastLines(folder.resolve("none"))).startsWith("All that Spark wrote is in ");
    }

    @Test
    void nothingSecretIsAmongTheArgumentsThatEverybodyCanRead() {
        var command = SparkProcess.command(new SparkJars(List.of("a.jar")), 4711);

        assertThat(command.subList(command.indexOf("-cp"), command.size()))
                .containsExactly("-cp", "a.jar", "dev.sweetspot.cluster.SparkService", "4711");
    }

    @Test
    void whoConnectsAndDoesNotKnowTheWordIsSentAway() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var silent = new Socket(server.getInetAddress(), server.getLocalPort());
                var first = server.accept();
                var wrong = new Socket(server.getInetAddress(), server.getLocalPort());
                var second = server.accept();
                var right = new Socket(server.getInetAddress(), server.getLocalPort());
                var third = server.accept()) {
            assertThat(silent.isConnected()).isTrue();
            assertThat(SparkProcess.greeted(first, "word")).isEmpty();
            wrong.getOutputStream().write("sword\n".getBytes(StandardCharsets.UTF_8));
            assertThat(SparkProcess.greeted(second, "word")).isEmpty();
            assertThat(second.isClosed()).isTrue();
            right.getOutputStream().write("word\nmore\n".getBytes(StandardCharsets.UTF_8));
            assertThat(SparkProcess.greeted(third, "word").orElseThrow().readLine())
                    .isEqualTo("more");
        }
    }
}
