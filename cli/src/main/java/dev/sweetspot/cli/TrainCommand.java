package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot train DATA}: one training by hand, kept as a trial. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains one configuration by hand and says how good it is on the validation part. It is kept as a "
                        + "trial of the study of this data, so that trainings can be compared.",
        footer = {"", "Example: sweetspot train samples/blood-cells --set learning_rate=0.01 --set epochs=10"})
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private WatchedOutput output = new WatchedOutput();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Train it once more, on the training and validation part, measure it once on the test part, and "
                            + "write the model and all that tune writes there; the folder must be new, empty, or of the same "
                            + "study (default: nothing is written but the trial). Interrupted, it says how to go on: "
                            + "sweetspot resume STUDY --out DIR.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "Go on from where an earlier training ended, which wrote its result there, up to so many epochs in all "
                            + "as --set epochs=N says: with its weights and all that its optimiser remembers. The learning "
                            + "rate is what a training of that length has from there on.")
    private Optional<Path> from = Optional.empty();

    @Override
    public Integer call() throws Exception {
        data.check();
        devices.check();
        stores.requireWritable();
        track.check();
        boolean ofNetworks = data.families().ofNetworks();
        if (ofNetworks) {
            data.requirePossible();
        }
        var state = from.map(Continued::stateIn);
        var divided = data.load(output);
        var chosen = ofNetworks ? network(Loading.ofNetworks(divided, output), state) : model(divided);
        var learner = chosen.learner();
        var name = studyOf(learner) + state.map(TrainCommand::suffix).orElse("");
        var folder = out.map(place -> TuneFolder.check(place, name));
        var spec = new StudySpec(
                name,
                data.seed(),
                learner.space(),
                learner.objectives(),
                learner.fidelity(),
                new Budget.Trials(1),
                new StudySpec.Search(Samplers.named("random"), Schedulers.named("none")),
                List.of(Encoding.of(learner.space()).defaults().orElseThrow()),
                Errand.train(learner, data.givenThreads(), devices.given(), state)
                        .toForm());
        try (var store = stores.open()) {
            var study = store.find(name).isPresent()
                    ? Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE)
                    : Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            var training = new HandTraining(study, output, state);
            try (var tracking = track.follow(stores, name, output)) {
                assert tracking != null;
                return training.train(
                        chosen.configuration(),
                        learner,
                        stores,
                        data.cores(),
                        folder.map(
                                place -> HandResult.of(place, divided.loaded().skipped(), stores, name)));
            }
        }
    }

    /** What is trained. */
    private record Chosen(Learner learner, Configuration configuration) {}

    private Chosen model(Divided divided) {
        from.ifPresent(place -> {
            throw new InvalidInputException(
                    "--from",
                    place,
                    "counts only for networks: a classical model is fitted to its end",
                    "leave it out?");
        });
        var learner = Models.of(divided, data, data.metric().map(List::of).orElse(List.of()))
                .learner();
        var whole = learner.space();
        var configuration =
                Encoding.of(data.settings().fix(whole, whole)).defaults().orElseThrow();
        data.settings().requireActive(configuration, whole);
        return new Chosen(learner, configuration);
    }

    private Chosen network(SplitData items, Optional<Path> state) {
        var epochs = Fidelity.epochs(data.epochs().orElse(Hyperparameters.EPOCHS.defaultValue()));
        var device = devices.device();
        var task = items.set().task().kind();
        var usual = items.space(Families.able(items.size().input(), task));
        var hints = items.hints();
        var whole = data.settings().begun(Hint.standards(hints, usual));
        data.settings()
                .unsaid(hints)
                .filter(hint -> hint.changes(usual))
                .map(Hint::reason)
                .forEach(output::progress);
        var space = data.settings().fix(Families.only(whole, data.families().networks(), items.size(), task), whole);
        var configuration = Encoding.of(space).defaults().orElseThrow();
        data.settings().requireActive(configuration, whole);
        data.settings().requireBusy(configuration);
        items.require(configuration);
        var precision = items.usualPrecision(device);
        output.progress("Computes in " + items.inWords(precision, device) + ".");
        var plain = new NetworkLearning(items, whole, epochs, precision).on(device);
        var learner =
                data.metric().map(metric -> plain.seeking(List.of(metric))).orElse(plain);
        MemoryRoom.now(device).require(learner, configuration, "this configuration", 1);
        new Continued(learner, state, Optional.empty()).requireFits(configuration);
        return new Chosen(learner, configuration);
    }

    /** What goes on from elsewhere is not to be compared with what began at the beginning. */
    private static String suffix(Path state) {
        return String.format(Locale.ROOT, "-from-%08x", state.toString().hashCode());
    }

    /** Trainings of the same data, in the same parts, for the same epochs can be compared: they share a study. */
    private String studyOf(Learner learner) {
        int settings = Json.write(learner.settings()).hashCode();
        var fidelity = learner.fidelity();
        return String.format(
                Locale.ROOT, "by-hand-%s-%.0f-%s-%08x", data.stem(), fidelity.most(), fidelity.unit(), settings);
    }
}
