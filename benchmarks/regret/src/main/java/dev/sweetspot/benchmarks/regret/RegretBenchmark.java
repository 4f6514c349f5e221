package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: samplers times problems times seeds, and the table of what came out. */
@Command(
        name = "regret",
        mixinStandardHelpOptions = true,
        description = "How good the search is: mean normalised regret (0 the best known, 1 random search at the same "
                + "budget) with intervals of 95 %% over problems and seeds, beside recorded runs of other tools.")
public final class RegretBenchmark implements Callable<Integer> {
    private static final int RANDOM_SEEDS = 20;
    /** What 1 is, where it was recorded. */
    private static final String UNIT = "random";
    /** What 1 is, where it was not. */
    private static final String DRAWN = "random search";
    /** Sets a recorded run apart from one of ours under the same name. */
    private static final String RECORDED = " (recorded)";

    @Option(
            names = "--search",
            paramLabel = "SAMPLER[+SCHEDULER]",
            description = "Who searches (repeatable; default: auto): tpe, tpe+hyperband, or "
                    + "'label={\"name\": \"tpe\", ...}+none'.")
    private List<String> searchers = new ArrayList<>(List.of("auto+auto"));

    @Option(
            names = "--problems",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Names, kinds (so, mo), sets (mf, core, cond, large, limited, curve, curves, many, synthetic), all, or "
                            + "yahpo:SCENARIO:INSTANCE:TARGET (default: synthetic).")
    private List<String> problems = new ArrayList<>(List.of("synthetic"));

    @Option(names = "--seeds", paramLabel = "N", description = "5 for seeds 0 to 4, or 3-7.", defaultValue = "5")
    private String seeds = "5";

    @Option(names = "--trials", paramLabel = "N", description = "Trials of a search.", defaultValue = "100")
    private int trials = 100;

    @Option(
            names = "--trainings",
            paramLabel = "N",
            description = "Full trainings of a multi-fidelity search.",
            defaultValue = "20")
    private int trainings = 20;

    @Option(
            names = "--pending",
            split = ",",
            paramLabel = "N",
            description = "Trials that run at once; several numbers for a row each (default: 1).")
    private List<Integer> pending = new ArrayList<>(List.of(1));

    @Option(
            names = "--saving",
            description =
                    "Of problems with epochs (sets curve, curves): how many epochs a scheduler saves over --trials "
                            + "trials, beside what is missing then.")
    private boolean saving;

    @Option(
            names = "--clock",
            description =
                    "Of single objectives that say how long a training takes: the regret after as many seconds as "
                            + "--trials trainings of median length take; each searcher is told the number of trials, and, in a "
                            + "second row, the time.")
    private boolean clock;

    @Option(
            names = "--terminator",
            description =
                    "Of single objectives: whether what is said on the way about the further gain holds, at the moment at "
                            + "which a study of --trials would end by it. Measures the first --search.")
    private boolean terminator;

    @Option(
            names = "--told",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "What searches know before they begin, a row each: nothing; earlier (5 random searches of 60 trials "
                            + "on other data of the same kind) or misleading (the same upside down); right or wrong (beliefs in good "
                            + "values). Default: nothing.")
    private List<String> told = new ArrayList<>(List.of(Foreknowledge.NOTHING.word()));

    @Option(names = "--surrogates", paramLabel = "DIR", description = "A folder of YAHPO surrogates.")
    private Optional<Path> surrogates = Optional.empty();

    @Option(
            names = "--best",
            paramLabel = "FILE",
            description = "Best known values (default: best.json in the folder of surrogates, where it is there).")
    private Optional<Path> best = Optional.empty();

    @Option(names = "--peers", paramLabel = "DIR", description = "A folder of recorded runs of other tools.")
    private Optional<Path> peers = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the runs there; those that are there are not done again.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Searches side by side.", defaultValue = "2")
    private int threads = 2;

    /** Runs it; the table goes to standard output, progress to standard error. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RegretBenchmark())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (!(e instanceof InvalidInputException)) {
                        throw e;
                    }
                    System.err.println("regret: " + e.getMessage());
                    return 2;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var chosen = new Selection(surrogates).of(problems, this::measurable);
        var ours = searchers.stream()
                .map(Searcher::parse)
                .flatMap(searcher -> pending.stream().map(searcher::atOnce))
                .flatMap(searcher -> told.stream().map(word -> searcher.told(Foreknowledge.of(word))))
                .flatMap(searcher -> clock ? Stream.of(searcher, searcher.byTheClock()) : Stream.of(searcher))
                .toList();
        var optima = new Optima(best.or(
                () -> surrogates.map(folder -> folder.resolve("best.json")).filter(file -> file.toFile()
                        .isFile())));
        if (terminator) {
            System.out.println(Terminations.measure(chosen, ours.get(0), seedNumbers(), trials, threads, optima));
            return 0;
        }
        var store = new RunFolder(out);
        var work = new Work(store, threads, trials, trainings, manner());
        var runs = work.all(chosen, ours, seedNumbers());
        var labels = ours.stream().map(Searcher::label).toList();
        // Nobody else was recorded in another manner than the usual.
        var others = manner().isPresent() ? Optional.<Path>empty() : peers;
        var recorded = others.map(RunForms::readAll).orElse(List.of()).stream()
                .map(run -> labels.contains(run.who()) ? run.as(run.who() + RECORDED) : run)
                .toList();
        var scores = new Scores();
        for (var challenge : chosen) {
            var mine = runs.stream()
                    .filter(run -> run.challenge().equals(challenge.name()))
                    .toList();
            var theirs = recorded.stream()
                    .filter(run -> run.challenge().equals(challenge.name()))
                    .toList();
            var all = new ArrayList<>(mine);
            all.addAll(theirs);
            var unit = theirs.stream()
                    .map(Run::who)
                    .filter(who -> who.equals(UNIT) || who.equals(UNIT + RECORDED))
                    .findFirst();
            if (unit.isEmpty()) {
                all.addAll(work.all(
                        List.of(challenge),
                        List.of(Searcher.RANDOM.as(DRAWN)),
                        LongStream.range(0, RANDOM_SEEDS).toArray()));
            }
            var known = Optima.bettered(optima.of(challenge), all);
            scores.add(work.kind(challenge), known, all, unit.orElse(DRAWN));
        }
        var elsewhere = recorded.stream().map(Run::challenge).collect(Collectors.toSet());
        print(groups(chosen, elsewhere), scores, labels, work);
        if (saving) {
            System.out.println(Savings.markdown(runs, labels));
        }
        return 0;
    }

    private Optional<Challenge.Kind> manner() {
        return saving
                ? Optional.of(Challenge.Kind.SAVING)
                : clock ? Optional.of(Challenge.Kind.CLOCK) : Optional.empty();
    }

    private void print(Map<String, List<Challenge>> groups, Scores scores, List<String> ours, Work work) {
        System.out.println("# Regret\n\n" + trials + " trials or " + trainings + " full trainings, seeds " + seeds
                + ". 0 is the best known, 1 is random search.\n");
        for (var entry : groups.entrySet()) {
            var group = entry.getValue();
            var table = new Table(
                    scores,
                    group.stream().map(Challenge::name).toList(),
                    Quality.budgets(work.kind(group.get(0))),
                    ours);
            if (!table.empty()) {
                System.out.println(table.markdown(entry.getKey()));
                System.out.println(table.detail());
                if (ours.size() > 1) {
                    System.out.println(table.against());
                }
            }
        }
    }

    /** @param elsewhere the challenges that others were recorded on, who could not stand in a table with more */
    private static Map<String, List<Challenge>> groups(List<Challenge> chosen, Set<String> elsewhere) {
        var groups = new LinkedHashMap<String, List<Challenge>>();
        for (var challenge : chosen) {
            var kind =
                    switch (challenge.kind()) {
                        case SINGLE -> challenge.problem().constraints().isEmpty() ? "One objective" : "With a limit";
                        case SEVERAL -> "Several objectives";
                        case FIDELITY, SAVING, CLOCK -> "Multi-fidelity";
                    };
            boolean alone = !elsewhere.isEmpty() && !elsewhere.contains(challenge.name());
            groups.computeIfAbsent(alone ? kind + ", not recorded of others" : kind, k -> new ArrayList<>())
                    .add(challenge);
            challenge.sets().stream()
                    .filter(set -> List.of("core", "large").contains(set))
                    .forEach(set -> groups.computeIfAbsent("Set " + set, k -> new ArrayList<>())
                            .add(challenge));
        }
        // One problem alone, or all of a kind, stand in the table of their kind already.
        groups.entrySet()
                .removeIf(entry -> entry.getKey().startsWith("Set ")
                        && (entry.getValue().size() < 2 || entry.getValue().equals(groups.get("One objective"))));
        return groups;
    }

    private boolean measurable(Challenge challenge) {
        return manner().map(kind ->
                        kind == Challenge.Kind.SAVING ? challenge.parts() : challenge.kind() == Challenge.Kind.SINGLE)
                .orElse(!terminator || challenge.kind() == Challenge.Kind.SINGLE);
    }

    private long[] seedNumbers() {
        var ends = Arrays.stream(seeds.split("-")).mapToLong(Long::parseLong).toArray();
        return ends.length == 1
                ? LongStream.range(0, ends[0]).toArray()
                : LongStream.rangeClosed(ends[0], ends[1]).toArray();
    }
}
