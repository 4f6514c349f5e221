package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Aims;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.StoppingParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.training.EarlyStopping;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Trains networks of the installed families on data of any kind. */
public final class NetworkLearning implements Learner {
    /** The numbers that are known of a configuration before it is trained; limits may name them. */
    public static final List<String> PREDICTED = List.of("parameters", "size", "memory");

    private static final List<String> COSTS =
            Stream.concat(PREDICTED.stream(), Stream.of(Aims.SECONDS)).toList();

    private static final String MEMORY = "memory";

    /** What learning is called where studies are kept, by kinds of data. */
    public static final List<String> WORKLOADS =
            List.of(SplitImages.WORKLOAD, SplitTable.WORKLOAD, SplitSequences.WORKLOAD, SplitGeneration.WORKLOAD);

    /** Between precision and device in a numeric mode. */
    static final String ON = " on ";

    private final SplitData split;
    private final SearchSpace space;
    private final Fidelity fidelity;
    private final Precision precision;
    private final Aims aims;
    private final Device device;
    private final List<Constraint> limits;

    /**
     * Seeks the usual metric of the data.
     *
     * @param split the data in its parts
     * @param space a part of {@link SplitData#space}: fewer choices, narrower ranges
     * @param fidelity epochs of a trial
     */
    public NetworkLearning(SplitData split, SearchSpace space, Fidelity fidelity, Precision precision) {
        this(
                split,
                space,
                fidelity,
                precision,
                new Aims(
                        split.set().task().kind(),
                        List.of(Metrics.usual(split.set().task(), split.parts().training())),
                        COSTS),
                Device.CPU,
                List.of());
    }

    private NetworkLearning(
            SplitData split,
            SearchSpace space,
            Fidelity fidelity,
            Precision precision,
            Aims aims,
            Device device,
            List<Constraint> limits) {
        this.split = split;
        this.space = space;
        this.fidelity = fidelity;
        this.precision = precision;
        this.aims = aims;
        this.device = device;
        this.limits = List.copyOf(limits);
    }

    /**
     * The learning of settings that a study kept, on data that was loaded before.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or this is not their data
     */
    public static NetworkLearning of(Form.MapForm settings, SplitData split) {
        return LearningSettings.make(settings, split);
    }

    /** Where the data of such settings lies. */
    public static DataSource source(Form.MapForm settings) {
        return DataSource.fromForm(Fields.of(settings).map("data"));
    }

    /** The same, with another metric to be made better. */
    public NetworkLearning seeking(Metric other) {
        return seeking(List.of(other.name()));
    }

    /**
     * The same, with other objectives.
     *
     * @param names metrics of the validation part, {@link #PREDICTED} numbers or {@code prediction_seconds}, the seconds
     *     that the prediction of one example takes; the first metric says which epoch of a training counts
     * @throws dev.sweetspot.form.InvalidInputException when one is not measured, or none is a metric
     */
    public NetworkLearning seeking(List<String> names) {
        return new NetworkLearning(split, space, fidelity, precision, aims.seeking(names), device, limits);
    }

    /** The same on a device, wherever a study began: it is no part of what a study is. */
    public NetworkLearning on(Device other) {
        return new NetworkLearning(split, space, fidelity, precision, aims, other, limits);
    }

    /**
     * The same where no training may take more than so much memory: a configuration that is predicted to is not run. What a
     * machine has is no part of what a study is.
     *
     * @param bytes of the processor's memory
     */
    public NetworkLearning within(long bytes) {
        var memory = new Constraint(MEMORY, Constraint.Bound.AT_MOST, bytes, Constraint.Known.BEFORE);
        return new NetworkLearning(split, space, fidelity, precision, aims, device, List.of(memory));
    }

    @Override
    public List<Constraint> constraints() {
        return limits;
    }

    /** Where it computes: the processor where nobody said otherwise. */
    public Device device() {
        return device;
    }

    /** In how many bits it computes. */
    public Precision precision() {
        return precision;
    }

    /**
     * The objectives of these names, with their directions.
     *
     * @throws dev.sweetspot.form.InvalidInputException as {@link #seeking(List)} does
     */
    public static List<Objective> objectives(List<String> names) {
        return Aims.of(names, COSTS).objectives();
    }

    @Override
    public String name() {
        return split.workload();
    }

    @Override
    public Form.MapForm settings() {
        return LearningSettings.toForm(split, this);
    }

    /** The precision, and the device where it is not the processor: they may have been chosen for this machine. */
    @Override
    public String numericMode() {
        return device == Device.CPU ? precision.word() : precision.word() + ON + device.word();
    }

    @Override
    public SearchSpace space() {
        return space;
    }

    @Override
    public Fidelity fidelity() {
        return fidelity;
    }

    @Override
    public List<Objective> objectives() {
        return aims.objectives();
    }

    /**
     * "parameters": how many numbers are trained, of all networks where several are averaged; "size": the bytes of the model;
     * "memory": the bytes that one training needs, predicted.
     */
    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        if (!PREDICTED.contains(constraint)) {
            return OptionalDouble.empty();
        }
        if (constraint.equals(MEMORY)) {
            return OptionalDouble.of((double) split.trainingBytes(configuration, precision));
        }
        var network = network(configuration);
        long numbers = network.parameterCount() * EnsembleParameters.of(configuration);
        return OptionalDouble.of((double) numbers * (constraint.equals("size") ? Float.BYTES : 1));
    }

    /** The data in its parts. */
    public SplitData split() {
        return split;
    }

    @Override
    public DataSet data() {
        return split.set();
    }

    @Override
    public Parts parts() {
        return split.parts();
    }

    private Network network(Configuration configuration) {
        return Families.of(configuration).network(configuration, split.size(configuration));
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        return OutOfMemory.told(() -> new SearchTrial(this, aims, run, split.partition()).through());
    }

    /** The same where trials are compared on one pair of the partition alone. */
    NetworkLearning onFold(int fold) {
        return new NetworkLearning(split.onFold(fold), space, fidelity, precision, aims, device, limits);
    }

    /** Runs one fold of a trial as if it were a trial, judged as carefully as all folds are. */
    Measurements runFold(int fold, TrialRun run) throws TrialFailure, InterruptedException {
        return OutOfMemory.told(() -> new SearchTrial(onFold(fold), aims, run, split.partition()).through());
    }

    static void check(Training.Progress progress, double epochs) throws TrialFailure {
        if (progress.steps() > 0 && !Double.isFinite(progress.loss())) {
            throw new TrialFailure(
                    Outcome.Cause.NOT_FINITE,
                    "the loss became " + progress.loss() + " in epoch " + (int) Math.ceil(epochs)
                            + ". Maybe a smaller learning rate?");
        }
    }

    @Override
    public String inWords(Configuration configuration) {
        return split.inWords(configuration);
    }

    @Override
    public double workOfLastEpoch(Configuration configuration) {
        double ofTrial = split.partition().folds().stream()
                .mapToInt(pair -> pair.training().length)
                .sum();
        int last = parts().trainingAndValidation().length * EnsembleParameters.of(configuration);
        return last / Math.max(1, ofTrial);
    }

    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace asked)
            throws TrialFailure, InterruptedException {
        var pace = within(StoppingParameters.of(configuration, aims.task()), asked);
        return OutOfMemory.told(() -> new FinalTraining(this, configuration, seed, threads).within(pace));
    }

    /** A limit in time is one for the last training too. */
    private static Pace within(EarlyStopping stopping, Pace pace) {
        if (Double.isInfinite(stopping.maxSeconds())) {
            return pace;
        }
        long end = System.nanoTime() + (long) (stopping.maxSeconds() * 1e9);
        return new Pace(pace.epochs(), pace.stop(), Math.min(pace.deadline(), end), pace.progress());
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        return OutOfMemory.told(() -> new FinalTraining(this, configuration, seed, threads).again(course, progress));
    }
}
