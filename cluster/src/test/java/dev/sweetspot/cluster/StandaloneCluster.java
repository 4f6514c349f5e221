package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A real Spark cluster of separate processes on this machine: one Master, and Workers that start executors. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    private final Program master;
    private final String address;
    private final List<Program> workers = new ArrayList<>();

    private StandaloneCluster(Program master, String address) {
        this.master = master;
        this.address = address;
    }

    static StandaloneCluster start(Path folder, int workers, int cores) throws IOException, InterruptedException {
        var home = Files.createDirectories(folder.resolve("home"));
        var jars = Files.createDirectories(home.resolve("jars"));
        for (var entry : Program.classPath()) {
            // Spark as its own installation has it: nothing of ours, and nothing native of ours.
            boolean ours = entry.contains("sweetspot") || entry.contains("/target/") || entry.contains("bytedeco");
            if (entry.endsWith(".jar") && !ours) {
                var jar = Path.of(entry);
                var link = jars.resolve(jar.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, jar);
                }
            }
        }
        var environment =
                Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");
        var classPath = jars + "/*";
        var master = Program.start(
                folder.resolve("master.log"),
                classPath,
                environment,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                0,
                "--webui-port",
                0);
        var cluster = new StandaloneCluster(master, awaitAddress(master));
        for (int i = 0; i < workers; i++) {
            cluster.workers.add(Program.start(
                    folder.resolve("worker-" + i + ".log"),
                    classPath,
                    environment,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    0,
                    "--webui-port",
                    0,
                    "--cores",
                    cores,
                    "--memory",
                    "2g",
                    "--work-dir",
                    folder.resolve("work-" + i),
                    cluster.address));
        }
        for (var worker : cluster.workers) {
            awaitText(worker, "Successfully registered with master");
        }
        return cluster;
    }

    private static String awaitAddress(Program master) throws IOException, InterruptedException {
        awaitText(master, "New state: ALIVE");
        var found = ADDRESS.matcher(master.said());
        assertThat(found.find()).as(master.said()).isTrue();
        return found.group(1);
    }

    private static void awaitText(Program program, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!program.said().contains(text)) {
            assertThat(program.process().isAlive() && System.nanoTime() - end < 0)
                    .as(program.said())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    String address() {
        return address;
    }

    /** The executor that a Worker runs now. */
    ProcessHandle executor(int worker) {
        return workers.get(worker)
                .process()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(EXECUTOR))
                .findFirst()
                .orElseThrow();
    }

    ProcessHandle worker(int index) {
        return workers.get(index).process().toHandle();
    }

    @Override
    public void close() {
        for (var worker : workers) {
            worker.process().descendants().forEach(ProcessHandle::destroyForcibly);
            worker.close();
        }
        master.close();
    }
}
