package dev.sweetspot.benchmarks.storage;

import dev.sweetspot.sampler.Samplers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command. */
@Command(
        name = "storage",
        mixinStandardHelpOptions = true,
        description = "What it costs to keep studies. Each command prints one line for each thing it has measured.",
        subcommands = {
            StorageBenchmark.RateCommand.class,
            StorageBenchmark.WriteCommand.class,
            StorageBenchmark.OpenCommand.class,
            StorageBenchmark.ShortCommand.class,
            StorageBenchmark.LoopCommand.class
        })
public final class StorageBenchmark {
    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StorageBenchmark()).execute(arguments));
    }

    @Command(
            name = "rate",
            description =
                    "Durable trials a second (ask, one report, tell), in turns with a loop of bare durable commits.")
    static final class RateCommand implements Callable<Integer> {
        /** The beginning of a trial, its report, its end. */
        private static final int COMMITS = 3;

        @Option(
                names = "--store",
                description = "A folder for SQLite, or postgresql://... (default: a new folder here).")
        private Optional<String> store = Optional.empty();

        @Option(names = "--processes", split = ",", defaultValue = "1,4", description = "At once.")
        private List<Integer> processes = List.of(1, 4);

        @Option(names = "--seconds", defaultValue = "5", description = "Of each measurement.")
        private double seconds = 5;

        @Option(
                names = "--warm-up",
                defaultValue = "1",
                description = "Seconds before the first turn that do not count.")
        private double warmUp = 1;

        @Option(names = "--turns", defaultValue = "3", description = "How often each is measured.")
        private int turns = 3;

        @Option(
                names = "--other",
                description = "A program that is measured in turns: it says ready, waits for a line, and then says how"
                        + " much it did in how many seconds: done 100 5.0. {file}, {process}, {seconds} are filled in.")
        private Optional<String> other = Optional.empty();

        @Override
        public Integer call() throws Exception {
            try (var own = OwnFolder.here()) {
                measure(own.path());
            }
            return 0;
        }

        private void measure(Path folder) throws Exception {
            for (int count : processes) {
                var address = place(folder, count);
                // A store makes its schema in a database; the bare loop's tables lie in it too.
                try (var trials = ours("trials", address, count);
                        var commits = ours("commits", address, count)) {
                    for (int turn = 1; turn <= turns; turn++) {
                        print(turn, count, trials.turn(), commits.turn(), other(folder, turn, count));
                    }
                }
            }
        }

        private static void print(int turn, int count, Rates trials, Rates bare, Optional<Rates> other) {
            System.out.printf(
                    Locale.ROOT,
                    "turn %d, %d processes: trials %s; bare commits %s; %.2f of bare commits / %d%s%n",
                    turn,
                    count,
                    trials.inWords(),
                    bare.inWords(),
                    trials.sum() / (bare.sum() / COMMITS),
                    COMMITS,
                    other.map(rates -> String.format(
                                    Locale.ROOT,
                                    "; the other program %s: %.1f times",
                                    rates.inWords(),
                                    trials.sum() / rates.sum()))
                            .orElse(""));
        }

        private String place(Path folder, int count) {
            if (store.filter(address -> address.startsWith("postgresql:")).isEmpty()) {
                return store.map(Path::of)
                        .orElse(folder)
                        .resolve("studies-" + count + ".db")
                        .toString();
            }
            var address = store.get();
            return address + (address.contains("?") ? "&" : "?") + "currentSchema=studies_" + count;
        }

        private Crew ours(String kind, String address, int count) throws Exception {
            Loops.prepare(kind, address);
            var commands = new ArrayList<List<String>>();
            for (int process = 0; process < count; process++) {
                commands.add(Rates.ours(kind, address, new Rates.Times(warmUp, seconds), process));
            }
            return Crew.of(commands);
        }

        private Optional<Rates> other(Path folder, int turn, int count) throws IOException {
            if (other.isEmpty()) {
                return Optional.empty();
            }
            var file = folder.resolve("other-" + turn + "-" + count);
            var commands = IntStream.range(0, count)
                    .mapToObj(process -> List.of(
                            "/bin/sh",
                            "-c",
                            "exec "
                                    + other.get()
                                            .replace("{file}", file.toString())
                                            .replace("{process}", Integer.toString(process))
                                            .replace("{seconds}", Double.toString(seconds))))
                    .toList();
            try (var crew = Crew.of(commands)) {
                return Optional.of(crew.turn());
            }
        }
    }

    @Command(name = "write", description = "Writes a study of many trials that have ended, to be opened.")
    static final class WriteCommand implements Callable<Integer> {
        @Parameters(paramLabel = "STORE")
        private String store = "";

        @Option(names = "--trials", defaultValue = "50000")
        private int trials = 50_000;

        @Option(names = "--reports", defaultValue = "20", description = "Of each trial.")
        private int reports = 20;

        @Override
        public Integer call() {
            Opening.write(store, trials, reports);
            return 0;
        }
    }

    @Command(name = "open", description = "Opens the study that was written, and says how long it took.")
    static final class OpenCommand implements Callable<Integer> {
        @Parameters(paramLabel = "STORE")
        private String store = "";

        @Override
        public Integer call() throws IOException {
            System.out.println(Opening.open(store));
            return 0;
        }
    }

    @Command(name = "short", description = "Many short trials that need no processor, with many workers.")
    static final class ShortCommand implements Callable<Integer> {
        @Option(names = "--trials", defaultValue = "10000")
        private int trials = 10_000;

        @Option(names = "--workers", defaultValue = "16")
        private int workers = 16;

        @Option(names = "--trial-seconds", defaultValue = "0.1")
        private double seconds = 0.1;

        @Option(names = "--samplers", split = ",", defaultValue = "random,auto")
        private List<String> samplers = List.of("random", "auto");

        @Option(
                names = "--stores",
                split = ",",
                defaultValue = "memory,sqlite",
                description = "memory, sqlite, or a URL.")
        private List<String> stores = List.of("memory", "sqlite");

        @Override
        public Integer call() throws Exception {
            try (var own = OwnFolder.here()) {
                measure(own.path());
            }
            return 0;
        }

        private void measure(Path folder) throws Exception {
            var work = new ShortTrials(trials, workers, seconds);
            for (var sampler : samplers) {
                for (var store : stores) {
                    var address = store.equals("sqlite")
                            ? folder.resolve(sampler + ".db").toString()
                            : store;
                    double took = work.run(Samplers.named(sampler), address, folder);
                    System.out.printf(
                            Locale.ROOT,
                            "%s, %s: %.2f s, %.1f %% above the ideal %.2f s%n",
                            sampler,
                            store,
                            took,
                            100 * (took / work.ideal() - 1),
                            work.ideal());
                }
            }
        }
    }

    @Command(name = "loop", hidden = true, description = "One process of a measurement.")
    static final class LoopCommand implements Callable<Integer> {
        @Parameters(index = "0")
        private String kind = "";

        @Parameters(index = "1")
        private String store = "";

        @Parameters(index = "2")
        private double warmUp;

        @Parameters(index = "3")
        private double seconds;

        @Parameters(index = "4")
        private int process;

        @Override
        public Integer call() throws Exception {
            try (var round = Loops.of(kind, store, process)) {
                Rates.loop(round, new Rates.Times(warmUp, seconds));
            }
            return 0;
        }
    }
}
