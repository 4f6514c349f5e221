package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.insight.honest.HonestFigures;
import dev.sweetspot.study.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: how often the intervals of a winner's true value hold it. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "How often the interval of a winner's true value, corrected for its having been chosen, holds it: "
                        + "over many simulated studies whose results have noise. Nominal are 95 %%.")
public final class CoverageBenchmark implements Callable<Integer> {
    private static final double DEVIATIONS = 1.959963984540054;

    @Option(names = "--search", split = ",", paramLabel = "SAMPLER", description = "Who searches.")
    private List<String> searches = List.of("random", "tpe", "gp", "forest", "cma", "auto");

    @Option(names = "--problems", split = ",", paramLabel = "NAME", description = "As for the regret benchmark.")
    private List<String> problems = List.of(
            "branin",
            "hartmann6",
            "rosenbrock6",
            "rosen-rot6",
            "gallagher5",
            "levy10",
            "rastrigin5",
            "styblinski-tang8",
            "ackley-choices",
            "condtree");

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "RATIO",
            description =
                    "Standard deviations of the noise, in those of the true values of the best twentieth of random "
                            + "configurations.")
    private List<Double> noises = List.of(0.3, 1.0, 3.0);

    @Option(names = "--trials", split = ",", paramLabel = "N", description = "Lengths of the studies.")
    private List<Integer> trials = List.of(20, 40, 60);

    @Option(names = "--studies", paramLabel = "N", description = "Studies for each sampler.", defaultValue = "1000")
    private int studies = 1000;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keeps the studies, so that each is done once.")
    private Optional<Path> keep = Optional.empty();

    @Option(names = "--parts", description = "Also says it for each problem, noise and length.")
    private boolean parts;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2")
    private int threads = 2;

    /** Runs it; the table goes to standard output. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CoverageBenchmark()).execute(arguments));
    }

    /**
     * Of one study; widths and errors in standard deviations of the noise.
     *
     * @param covered whether the corrected interval holds the truth
     * @param naive whether the observed value and 1.96 true standard deviations of the noise do
     * @param own whether the interval does that forgets the choice, with the noise as it was estimated
     */
    private record Case(
            NoisySearch search,
            boolean covered,
            boolean naive,
            boolean own,
            double width,
            double ownWidth,
            double bias,
            double naiveBias) {}

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var chosen = new Selection(Optional.empty())
                .of(
                        problems,
                        challenge -> challenge.kind() == Challenge.Kind.SINGLE
                                && challenge.problem().constraints().isEmpty());
        System.out.println(
                "| sampler | studies | corrected: coverage (95 %) | its mean, median width | its bias | uncorrected, "
                        + "noise estimated: coverage | its mean, median width | uncorrected, noise known: coverage | its width | its "
                        + "bias |\n|---|---|---|---|---|---|---|---|---|---|");
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var name : searches) {
                var cases = cases(chosen, Searcher.parse(name), pool);
                row(name, cases, any -> true);
                if (parts) {
                    for (var challenge : chosen) {
                        row(
                                "- " + challenge.name(),
                                cases,
                                one -> one.search().challenge().name().equals(challenge.name()));
                    }
                    for (double noise : noises) {
                        row("- noise " + noise, cases, one -> one.search().ratio() == noise);
                    }
                    for (int length : trials) {
                        row("- trials " + length, cases, one -> one.search().trials() == length);
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return 0;
    }

    /** Each problem, noise and length in its turn, so that all are there equally often. */
    private List<Case> cases(List<Challenge> chosen, Searcher searcher, ExecutorService pool)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<Future<Case>>();
        for (int i = 0; i < studies; i++) {
            var search = new NoisySearch(
                    chosen.get(i % chosen.size()),
                    searcher,
                    noises.get(i / chosen.size() % noises.size()),
                    trials.get(i / chosen.size() / noises.size() % trials.size()),
                    Seeds.of(6, i, Seeds.Purpose.TRIAL));
            futures.add(pool.submit(() -> measured(search)));
        }
        var cases = new ArrayList<Case>();
        for (var future : futures) {
            cases.add(future.get());
        }
        return cases;
    }

    private Case measured(NoisySearch search) {
        var ended = search.run(keep);
        var winner = HonestFigures.of(ended.studied()).orElseThrow().winner();
        double noise = ended.noise();
        double truth = winner.objective()
                .loss(search.truth(
                        ended.studied().history().trial(winner.trial()).configuration()));
        return new Case(
                search,
                winner.corrected().holds(truth),
                Math.abs(winner.observed() - truth) <= DEVIATIONS * noise,
                winner.uncorrected().holds(truth),
                winner.corrected().width() / noise,
                winner.uncorrected().width() / noise,
                (winner.corrected().value() - truth) / noise,
                (winner.observed() - truth) / noise);
    }

    private static void row(String name, List<Case> all, Predicate<Case> which) {
        var cases = all.stream().filter(which).toList();
        double covered = mean(cases, one -> one.covered() ? 1 : 0);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | **%.1f %%** (+- %.1f) | %.2f, %.2f | %+.2f | %.1f %% | %.2f, %.2f | %.1f %% | %.2f | %+.2f |%n",
                name,
                cases.size(),
                100 * covered,
                100 * DEVIATIONS * Math.sqrt(covered * (1 - covered) / Math.max(1, cases.size())),
                mean(cases, Case::width),
                median(cases, Case::width),
                mean(cases, Case::bias),
                100 * mean(cases, one -> one.own() ? 1 : 0),
                mean(cases, Case::ownWidth),
                median(cases, Case::ownWidth),
                100 * mean(cases, one -> one.naive() ? 1 : 0),
                2 * DEVIATIONS,
                mean(cases, Case::naiveBias));
        System.out.flush();
    }

    private static double mean(List<Case> cases, ToDoubleFunction<Case> number) {
        return cases.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    private static double median(List<Case> cases, ToDoubleFunction<Case> number) {
        var sorted = cases.stream().mapToDouble(number).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
