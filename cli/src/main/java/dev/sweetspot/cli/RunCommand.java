package dev.sweetspot.cli;

import dev.sweetspot.cli.earlier.EarlierStudies;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.command.CommandWorkload;
import dev.sweetspot.embedding.EmbeddingWorkload;
import dev.sweetspot.embedding.Items;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.study.Subject;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.yaml.Yaml;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sweetspot run STUDY.yaml}: a search that a file describes, of any program. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Searches as a study file says: its space, what is sought, limits, budget, and the command that is tried. The "
                    + "command gets the values as words, variables or a file, and tells its own as JSON, in a pattern of its "
                    + "output or in a file. It need not be changed for that.",
            "A file that names data in the place of a command is searched as sweetspot tune does it; with model: [t-sne] maps of "
                    + "the data are tried, and the best is drawn."
        },
        footer = {
            "",
            "What stands in a study file: docs/guide/study-file.md; how a program is tried: docs/guide/any-program.md.",
            "Exit codes: 0 done; 1 no trial gave a value; 2 wrong use or a wrong file; 130 interrupted (the study can be resumed).",
            "Example: sweetspot run study.yaml --minutes 20 --workers 2"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY.yaml", description = "The study file, in YAML or JSON.")
    private Path path = Path.of("");

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many trials run at once (default: 1, because a program may use the whole machine).",
            defaultValue = "1")
    private int workers = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processor cores the trials share (default: all): each is told its share as "
                    + "OMP_NUM_THREADS, and as {trial.threads} where its words ask for it.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "Who proposes configurations (default: auto, which chooses for each trial and says why).",
            defaultValue = "auto")
    private String sampler = "auto";

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description =
                    "Who decides what runs and for how long, where the program reports as it goes (default: auto, which "
                            + "chooses by the budget; none lets all run to their end).",
            defaultValue = "auto")
    private String scheduler = "auto";

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "From which everything drawn follows (default: what the file says, else 1).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "STUDY",
            description = "The study's name (default: what the file says, else the file's name).")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the folders of the trials go (default: sweetspot-out/STUDY).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        time.check();
        Counts.workers(Optional.of(workers), false);
        Counts.threads(threads);
        var form = Yaml.read(path);
        var file = StudyFile.fromForm(form, stem());
        if (file.subject() instanceof Subject.Training training) {
            return training.models().equals(List.of(EmbeddingWorkload.NAME))
                    ? map(file, training, Fields.of(form))
                    : tune(file, training);
        }
        stores.requireWritable();
        track.check();
        return program(file, (Subject.Command) file.subject(), Fields.of(form));
    }

    private int program(StudyFile file, Subject.Command subject, Fields written) throws Exception {
        var study = name.orElse(file.name());
        stores.requireFree(study);
        var folder = out.orElseGet(() -> Path.of("sweetspot-out", study));
        var workload = new CommandWorkload(file, beside(), folder.resolve("trials"));
        check(workload, written);
        var rules = new TrialRules(false, subject.surroundings().timeout(), OptionalLong.empty());
        return search(study, file, workload, rules, String.join(" ", subject.words()), written);
    }

    /** Settings of maps of the data. */
    private int map(StudyFile file, Subject.Training training, Fields written) throws Exception {
        written.find("family").ifPresent(families -> {
            throw Fields.wrong(families, "family", "of networks", "does not go with a map", "remove it?");
        });
        stores.requireWritable();
        var study = name.orElse(file.name());
        stores.requireFree(study);
        var data = beside().resolve(training.path());
        var items = written.placed("data", () -> Items.load(data));
        var objective =
                file.sought().stream().map(sought -> sought.objective().name()).findFirst();
        var workload = written.placed("space", () -> EmbeddingWorkload.of(data, items, file.space(), objective));
        var tried = "maps of " + items.size() + (items.size() < items.all() ? " of " + items.all() : "") + " "
                + items.noun();
        return search(study, file, workload, TrialRules.NONE, tried, written);
    }

    private int search(String study, StudyFile file, Workload workload, TrialRules rules, String tried, Fields written)
            throws Exception {
        var folder = out.orElseGet(() -> Path.of("sweetspot-out", study));
        var spent = Spent.of(file.budget(), time, workload.objectives().get(0));
        try (var store = stores.open()) {
            var errand = Errand.run(workload, spent.minutes(), workers, threads, folder, rules);
            var made = Study.create(
                    store, spec(study, file, workload, spent, errand, written), Clock.systemUTC(), TuneSession.LEASE);
            output.progress(
                    "Study " + study + ": " + Objectives.inWords(made.spec().problem()) + " of "
                            + tried + ", " + spent.inWords() + ", "
                            + new Division(workers, share()).inWords());
            try (var tracking = track.follow(stores, study, output)) {
                assert tracking != null;
                return new ProgramSession(made, stores, output).run(workload, spent.end(), workers, share(), rules);
            }
        }
    }

    /** What can be known before the first trial fails of it, or searches for nothing. */
    private static void check(CommandWorkload workload, Fields written) {
        written.placed("command", () -> {
            workload.requireProgram();
            return workload;
        });
        workload.unused().stream().findFirst().ifPresent(name -> {
            throw new InvalidInputException(
                            "parameter",
                            name,
                            "stands in no word of the command and in no variable, so that the program never learns it",
                            "\"{" + name + "}\" in the command, or parameters_file: parameters.json?")
                    .at(written.map("space").at(name));
        });
    }

    private int share() {
        int cores = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return Math.max(1, cores / workers);
    }

    private StudySpec spec(
            String study, StudyFile file, Workload workload, Spent spent, Errand errand, Fields written) {
        var spec = new StudySpec(
                        study,
                        seed.orElse(file.seed()),
                        workload.space(),
                        workload.objectives(),
                        workload.fidelity(),
                        spent.budget(),
                        new StudySpec.Search(Samplers.named(sampler), Schedulers.named(scheduler)),
                        List.of(),
                        errand.toForm())
                .with(file.limits())
                .with(file.preference())
                .with(new Knowledge(file.prior().first(), file.prior().beliefs(), List.of()));
        var places = file.prior().learnFrom();
        if (places.isEmpty()) {
            return spec;
        }
        var lessons = written.placed("learn_from", () -> new EarlierStudies(places, stores.address()).lessons(spec));
        output.progress(lessons.inWords());
        return spec.with(spec.knowledge().learningFrom(lessons.related()));
    }

    /** The same search as {@code tune} makes it, whose own options say what the file says. */
    private int tune(StudyFile file, Subject.Training training) {
        if (!training.models().isEmpty()) {
            throw new InvalidInputException(
                    "model",
                    String.join(", ", training.models()),
                    "is no kind of model that is here",
                    "family: [cnn, mlp]?");
        }
        var words = new FileAsTune(path, file, training, beside());
        var all = command.commandLine().getParseResult().originalArgs();
        var given = all.subList(all.indexOf(command.name()) + 1, all.size()).stream()
                .filter(word -> !word.equals(path.toString()))
                .toList();
        var tune = Optional.ofNullable(command.parent())
                .flatMap(parent -> Optional.ofNullable(parent.subcommands().get("tune")))
                .orElseThrow();
        return tune.execute(words.with(given).toArray(String[]::new));
    }

    /** Relative names in the file are seen from where it lies. */
    private Path beside() {
        var parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private String stem() {
        var whole = path.getFileName() == null ? "study" : path.getFileName().toString();
        int dot = whole.lastIndexOf('.');
        return dot > 0 ? whole.substring(0, dot) : whole;
    }
}
