package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.RepeatPolicies;
import dev.sweetspot.choice.Repeats;
import dev.sweetspot.choice.Runs;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Settings;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.surrogate.choice.ModelChooser;
import dev.sweetspot.trial.Measurements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: how good the configuration is that is chosen where results are partly luck. */
@Command(
        name = "noise",
        mixinStandardHelpOptions = true,
        description =
                "What the chosen configuration is truly worth when every result has noise: the regret of each way to "
                        + "repeat, over that of the best single value of a search without repeats, at equal budgets.")
public final class NoiseBenchmark implements Callable<Integer> {
    private static final int DRAWS = 2000;
    private static final double TOP = 0.05;
    private static final String SINGLE = "best single value";
    private static final String EXPECTED = "expected value";
    private static final String TRUSTING = "expected value, what looks like noise is luck";
    private static final String TRULY = "the truly best of those tried, which nobody can know";
    private static final int RESAMPLES = 2000;

    @Option(
            names = "--search",
            paramLabel = "SAMPLER[+SCHEDULER]",
            description = "Who searches (default: auto).",
            defaultValue = "auto")
    private String search = "auto";

    @Option(
            names = "--repeats",
            split = ";",
            paramLabel = "NAME",
            description = "Ways to repeat: none;auto;best, or {\"name\": \"auto\", \"share\": 0.3}.",
            defaultValue = "none;auto;best")
    private List<String> ways = List.of("none", "auto", "best");

    @Option(names = "--problems", split = ",", paramLabel = "NAME", description = "As for the regret benchmark.")
    private List<String> problems = List.of("synthetic");

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "RATIO",
            description =
                    "Standard deviation of the noise, in those of the true values of the best twentieth of random "
                            + "configurations.",
            defaultValue = "0,0.3,1,3")
    private List<Double> noises = List.of(0.0, 0.3, 1.0, 3.0);

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "20")
    private int seeds = 20;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "60")
    private int trials = 60;

    @Option(names = "--surrogates", paramLabel = "DIR", description = "A folder of YAHPO surrogates.")
    private Optional<Path> surrogates = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2")
    private int threads = 2;

    /** Runs it; the table goes to standard output. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NoiseBenchmark()).execute(arguments));
    }

    /** Of one search: true losses above the best, and how many trials were repeats. */
    private record Ended(double single, double chosen, double trusting, double truly, int repeats) {
        double of(String choice) {
            return choice.equals(SINGLE)
                    ? single
                    : choice.equals(EXPECTED) ? chosen : choice.equals(TRUSTING) ? trusting : truly;
        }
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var chosen = new Selection(surrogates)
                .of(
                        problems,
                        challenge -> challenge.kind() == Challenge.Kind.SINGLE
                                && challenge.problem().constraints().isEmpty());
        System.out.println(
                "| noise | repeats | choice | regret over that of the best single value without repeats (95 %) | "
                        + "repeats in " + trials + " trials |\n|---|---|---|---|---|");
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (double noise : noises) {
                table(chosen, noise, pool);
            }
        } finally {
            pool.shutdownNow();
        }
        return 0;
    }

    private void table(List<Challenge> chosen, double noise, ExecutorService pool)
            throws InterruptedException, ExecutionException {
        var all = new ArrayList<List<List<Ended>>>();
        for (var way : ways) {
            var ended = ended(chosen, noise, way, pool);
            all.add(ended);
            for (int k = 0; k < chosen.size(); k++) {
                System.err.printf(
                        Locale.ROOT,
                        "noise %.1f, %s, %s: repeats %.1f, regret %.4g, expected %.4g, trusting %.4g, truly %.4g%n",
                        noise,
                        way,
                        chosen.get(k).name(),
                        ended.get(k).stream().mapToInt(Ended::repeats).average().orElse(0),
                        ended.get(k).stream()
                                .mapToDouble(Ended::single)
                                .average()
                                .orElse(0),
                        ended.get(k).stream()
                                .mapToDouble(Ended::chosen)
                                .average()
                                .orElse(0),
                        ended.get(k).stream()
                                .mapToDouble(Ended::trusting)
                                .average()
                                .orElse(0),
                        ended.get(k).stream()
                                .mapToDouble(Ended::truly)
                                .average()
                                .orElse(0));
            }
        }
        var base = all.get(0);
        for (int i = 0; i < ways.size(); i++) {
            for (var choice : List.of(SINGLE, EXPECTED, TRUSTING, TRULY)) {
                print(noise, ways.get(i), choice, base, all.get(i));
            }
        }
    }

    private List<List<Ended>> ended(List<Challenge> chosen, double noise, String way, ExecutorService pool)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<List<Future<Ended>>>();
        for (var challenge : chosen) {
            double[] known = draws(challenge);
            double deviation = noise * top(known);
            var mine = new ArrayList<Future<Ended>>();
            for (int seed = 0; seed < seeds; seed++) {
                long number = seed;
                mine.add(pool.submit(() -> run(challenge, way, deviation, known[0], number)));
            }
            futures.add(mine);
        }
        var result = new ArrayList<List<Ended>>();
        for (var each : futures) {
            var mine = new ArrayList<Ended>();
            for (var future : each) {
                mine.add(future.get());
            }
            result.add(mine);
        }
        return result;
    }

    private Ended run(Challenge challenge, String way, double deviation, double best, long seed) {
        var searcher = Searcher.parse(search);
        var spec = Searching.study(challenge, searcher.repeating(repeats(way)), seed, new Budget.Trials(trials));
        var objective = challenge.problem().objectives().get(0);
        while (spec.ask(new Claim("benchmark", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            double luck = deviation
                    * Seeds.generator(Seeds.of(run.trial().seed(), 0, Seeds.Purpose.TRIAL))
                            .nextGaussian();
            double loss = truth(challenge, run.trial().trial().configuration()) + luck;
            run.trial().complete(Measurements.of(objective.name(), objective.loss(loss)), 0);
        }
        var history = spec.history();
        var single = history.best(objective).orElseThrow().configuration();
        var chosen =
                Choice.of(challenge.problem(), history).orElseThrow().chosen().configuration();
        var trusting = new ModelChooser(1)
                .choose(challenge.problem(), history, Runs.of(challenge.problem(), history))
                .orElseThrow()
                .chosen()
                .configuration();
        return new Ended(
                above(challenge, single, best),
                above(challenge, chosen, best),
                above(challenge, trusting, best),
                history.trials().stream()
                        .mapToDouble(trial -> above(challenge, trial.configuration(), best))
                        .min()
                        .orElseThrow(),
                (int) history.repeats().count());
    }

    private static double above(Challenge challenge, Configuration configuration, double best) {
        return Math.max(0, truth(challenge, configuration) - best);
    }

    private static Repeats repeats(String way) {
        Form form = way.startsWith("{") ? Json.parse(way, "command line") : Form.of(way);
        return way.equals("none") ? new NoRepeats() : Settings.fromForm(form, RepeatPolicies::named);
    }

    private static double truth(Challenge challenge, Configuration configuration) {
        return challenge
                .losses(challenge
                        .trial()
                        .at(configuration, challenge.problem().fidelity().most()))[0];
    }

    /** True losses of random configurations, sorted; the best known in the place of the first. */
    private double[] draws(Challenge challenge) {
        var random = Seeds.generator(1);
        var encoding = Encoding.of(challenge.problem().space());
        var losses = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            losses[i] = truth(challenge, encoding.draw(random).orElseThrow());
        }
        Arrays.sort(losses);
        var optima = new Optima(surrogates.map(folder -> folder.resolve("best.json")));
        losses[0] = Math.min(losses[0], optima.of(challenge).best());
        return losses;
    }

    private static double top(double[] sorted) {
        int count = (int) (TOP * sorted.length);
        double mean = Arrays.stream(sorted, 1, count + 1).average().orElseThrow();
        return Math.sqrt(Arrays.stream(sorted, 1, count + 1)
                .map(loss -> (loss - mean) * (loss - mean))
                .average()
                .orElseThrow());
    }

    /** The geometric mean over problems of the ratios of mean regrets, with an interval over problems and seeds. */
    private static void print(double noise, String way, String choice, List<List<Ended>> base, List<List<Ended>> mine) {
        var random = Seeds.generator(2);
        var ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < base.size(); k++) {
                int problem = random.nextInt(base.size());
                double above = 1e-12;
                double below = 1e-12;
                for (int s = 0; s < base.get(problem).size(); s++) {
                    int seed = random.nextInt(base.get(problem).size());
                    above += mine.get(problem).get(seed).of(choice);
                    below += base.get(problem).get(seed).single();
                }
                sum += Math.log(above / below);
            }
            ratios[i] = Math.exp(sum / base.size());
        }
        Arrays.sort(ratios);
        double sum = 0;
        double repeats = 0;
        for (int problem = 0; problem < base.size(); problem++) {
            double above = 1e-12;
            double below = 1e-12;
            for (int s = 0; s < base.get(problem).size(); s++) {
                above += mine.get(problem).get(s).of(choice);
                below += base.get(problem).get(s).single();
                repeats += mine.get(problem).get(s).repeats();
            }
            sum += Math.log(above / below);
        }
        System.out.printf(
                Locale.ROOT,
                "| %.1f | %s | %s | %.2f (%.2f to %.2f) | %.1f |%n",
                noise,
                way,
                choice,
                Math.exp(sum / base.size()),
                ratios[RESAMPLES / 40],
                ratios[RESAMPLES - 1 - RESAMPLES / 40],
                repeats / base.size() / base.get(0).size());
    }
}
