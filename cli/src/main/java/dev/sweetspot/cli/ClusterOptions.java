package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** A cluster in the place of this machine, for the commands that search. */
final class ClusterOptions {
    private static final String HERE = "spark://(127\\.[0-9.]+|localhost|\\[::1])(:.*)?|local.*";

    @Option(
            names = "--on",
            paramLabel = "URL",
            description = "Where trials run: spark://HOST:7077 is an Apache Spark cluster, whose tasks start worker "
                    + "processes; they share the study in --store (default: this machine). See docs/guide/spark.md.")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--on-home",
            paramLabel = "DIR",
            description =
                    "With --on, where Sweetspot lies on each machine of the cluster: a folder with sweetspot.jar and "
                            + "lib/ (default: it is sent there, once).")
    private Optional<Path> home = Optional.empty();

    /**
     * Refuses what cannot be.
     *
     * @throws InvalidInputException for an address that is none
     */
    void check() {
        master.ifPresent(address -> {
            if (!address.matches("spark://[^\\s/]+:\\d+(,[^\\s/]+:\\d+)*|local(\\[\\S+])?")) {
                throw new InvalidInputException(
                        "--on", address, "must be the address of a Spark cluster", "spark://HOST:7077?");
            }
        });
        home.filter(folder -> master.isEmpty()).ifPresent(folder -> {
            throw new InvalidInputException("--on-home", folder, "counts only with --on", "--on spark://HOST:7077?");
        });
    }

    /**
     * The cluster that was asked for; empty for this machine. Fetches what it needs.
     *
     * @param atOnce how many trials run at once there; empty for as many as it has cores
     * @param arguments what each worker there is told beside what its study keeps
     */
    Optional<ClusterErrand> cluster(Optional<Integer> atOnce, List<String> arguments, OutputOptions output)
            throws InterruptedException {
        if (master.isEmpty()) {
            return Optional.empty();
        }
        var count = atOnce.map(OptionalInt::of).orElse(OptionalInt.empty());
        return Optional.of(new ClusterErrand(master.get(), program(), count, SparkJars.find(output), arguments));
    }

    boolean isGiven() {
        return master.isPresent();
    }

    private ClusterErrand.Program program() {
        if (home.isPresent()) {
            return new ClusterErrand.Program("installed", home.get().toString());
        }
        var running = System.getProperty("java.class.path", "");
        if (!running.endsWith("sweetspot.jar")) {
            return new ClusterErrand.Program("class_path", running);
        }
        var folder = Path.of(running).toAbsolutePath().getParent();
        return new ClusterErrand.Program(master.get().matches(HERE) ? "installed" : "sent", String.valueOf(folder));
    }
}
