package dev.sweetspot.job;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A real learner, small enough to be tried in milliseconds: tells dark images from bright ones by a threshold, which is its
 * one hyperparameter. Best at 128; the classes overlap a little.
 *
 * @param epochMillis how long an epoch takes
 * @param failsFrom thresholds from here on fail
 * @param tested how many images of the test part were predicted, by all models together
 */
record Thresholds(ImageSet data, Parts parts, long epochMillis, double failsFrom, AtomicInteger tested)
        implements Learner {
    static final RealParameter THRESHOLD = Parameter.real("threshold", 0, 255).withDefault(40);
    static final Duration LEASE = Duration.ofSeconds(10);
    private static final int IMAGES = 200;

    static Thresholds quick() {
        return of(1, Double.MAX_VALUE);
    }

    static Thresholds of(long epochMillis, double failsFrom) {
        var random = new SplittableRandom(1);
        var builder = new ImageSetBuilder(IMAGES, new ImageShape(1, 1, 1), Depth.U8);
        for (int i = 0; i < IMAGES; i++) {
            int light = (i % 2 == 0 ? 80 : 176) + random.nextInt(-60, 61);
            builder.put(i, new byte[] {(byte) light});
        }
        var set = builder.build(
                IntStream.range(0, IMAGES).map(i -> i % 2).toArray(),
                List.of("dark", "bright"),
                IntStream.range(0, IMAGES)
                        .mapToObj(i -> String.format("%03d", i))
                        .toList());
        return new Thresholds(
                set,
                new Splitter().split(set, GivenParts.none(IMAGES), random),
                epochMillis,
                failsFrom,
                new AtomicInteger());
    }

    /**
     * A study of it.
     *
     * @param first the threshold that is tried before any that a sampler proposes
     */
    Study study(Store store, double first, int trials) {
        var spec = new StudySpec(
                "s",
                3,
                space(),
                objectives(),
                fidelity(),
                new Budget.Trials(trials),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(Configuration.of(Map.of("threshold", first))),
                Form.of(Map.of()));
        return Study.create(store, spec, InstantSource.system(), LEASE);
    }

    @Override
    public String name() {
        return "thresholds";
    }

    @Override
    public MapForm settings() {
        return Form.of(Map.of());
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.of(THRESHOLD);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.maximize("accuracy"));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.epochs(3);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "A threshold at " + configuration.get(THRESHOLD) + ".";
    }

    private boolean bright(int image, double threshold) {
        return (data.pixels().get(image) & 0xff) >= threshold;
    }

    private double accuracy(int[] images, double threshold) {
        return Arrays.stream(images)
                        .filter(i -> bright(i, threshold) == (data.label(i) == 1))
                        .count()
                / (double) images.length;
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        double threshold = run.configuration().get(THRESHOLD);
        requireWorking(threshold);
        var values = Measurements.NONE;
        for (double epoch = run.from() + 1; epoch <= run.target(); epoch++) {
            Thread.sleep(epochMillis);
            values = Measurements.of("accuracy", accuracy(parts.validation(), threshold));
            if (run.report(epoch, values, path -> Files.writeString(path, "state")) == TrialRun.Answer.END) {
                return values;
            }
        }
        return values;
    }

    private void requireWorking(double threshold) throws TrialFailure {
        if (threshold >= failsFrom) {
            throw new TrialFailure(Outcome.Cause.ERROR, "threshold = " + threshold + ": fails on purpose");
        }
    }

    @Override
    public double workOfLastEpoch(Configuration configuration) {
        return 1;
    }

    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace)
            throws TrialFailure, InterruptedException {
        double threshold = configuration.get(THRESHOLD);
        requireWorking(threshold);
        double done = 0;
        while (done < pace.epochs() && pace.deadline() - System.nanoTime() > 0) {
            Thread.sleep(epochMillis);
            pace.progress().accept(++done, pace.epochs());
        }
        return new Model(threshold, new Course((long) done, List.of(new Course.Plan(0, pace.epochs()))));
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure {
        double threshold = configuration.get(THRESHOLD);
        requireWorking(threshold);
        return new Model(threshold, course);
    }

    private final class Model implements Fitted {
        private final double threshold;
        private final Course course;

        private Model(double threshold, Course course) {
            this.threshold = threshold;
            this.course = course;
        }

        @Override
        public Course course() {
            return course;
        }

        @Override
        public Predictions predict(int[] images) {
            tested.addAndGet((int) Arrays.stream(images)
                    .filter(i -> Arrays.stream(parts.test()).anyMatch(t -> t == i))
                    .count());
            var probabilities = new ArrayList<float[]>();
            for (int image : images) {
                float bright = bright(image, threshold) ? 0.9f : 0.1f;
                probabilities.add(new float[] {1 - bright, bright});
            }
            return new ClassProbabilities(
                    Arrays.stream(images).mapToObj(data::name).toList(),
                    data.classNames(),
                    probabilities.toArray(float[][]::new));
        }

        @Override
        public MapForm record() {
            return Form.of(Map.of("threshold", Form.of(threshold)));
        }

        @Override
        public void save(Path file) {}

        @Override
        public void close() {}
    }
}
