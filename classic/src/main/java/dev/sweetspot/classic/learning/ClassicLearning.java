package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.prepare.PreparationParameters;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Aims;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Fits classical models of the installed families to a table.
 *
 * <p>A trial goes through the folds one after another. The report after fold k has the mean over the k folds so far of each
 * metric, under its name, and what fold k alone measured of each objective, under {@code fold_} and its name: so that
 * configurations can be compared fold by fold. The last report, and what a trial returns, is the mean over all folds. With one
 * validation part there is one report.
 */
public final class ClassicLearning implements Learner {
    /** What it is called where studies are kept. */
    public static final String WORKLOAD = "table-classic";

    /** Bytes of the model, known when it is fitted. */
    static final String SIZE = "size";

    private final ClassicTable table;
    private final SearchSpace space;
    private final Aims aims;

    /**
     * Seeks the usual metric of the data.
     *
     * @param space a part of {@link ClassicTable#space}: fewer choices, narrower ranges
     */
    public ClassicLearning(ClassicTable table, SearchSpace space) {
        this(
                table,
                space,
                new Aims(
                        table.set().task().kind(),
                        List.of(Metrics.usual(
                                table.set().task(), table.partition().parts().training())),
                        List.of(SIZE, Aims.SECONDS)));
    }

    private ClassicLearning(ClassicTable table, SearchSpace space, Aims aims) {
        this.table = table;
        this.space = space;
        this.aims = aims;
    }

    /**
     * The learning of settings that a study kept, on data that was loaded before.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or this is not their data
     */
    public static ClassicLearning of(MapForm settings, ClassicTable table) {
        return ClassicSettings.make(settings, table);
    }

    /** Where the data of such settings lies. */
    public static DataSource source(MapForm settings) {
        return DataSource.fromForm(Fields.of(settings).map("data"));
    }

    /** The same, with another metric to be made better. */
    public ClassicLearning seeking(Metric other) {
        return seeking(List.of(other.name()));
    }

    /**
     * The same, with other objectives.
     *
     * @param names metrics of the validation rows; {@code size}, the bytes of the model; or {@code prediction_seconds}, the
     *     seconds that the prediction of one row takes
     * @throws dev.sweetspot.form.InvalidInputException when one is not measured, or none is a metric
     */
    public ClassicLearning seeking(List<String> names) {
        return new ClassicLearning(table, space, aims.seeking(names));
    }

    /** The table in its parts. */
    public ClassicTable table() {
        return table;
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public MapForm settings() {
        return ClassicSettings.toForm(this);
    }

    @Override
    public SearchSpace space() {
        return space;
    }

    /** One unit a fold of a repeat. */
    @Override
    public Fidelity fidelity() {
        return Fidelity.folds(table.partition().folds().size());
    }

    @Override
    public List<Objective> objectives() {
        return aims.objectives();
    }

    @Override
    public DataSet data() {
        return table.set();
    }

    @Override
    public Parts parts() {
        return table.partition().parts();
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        return new FoldTrial(table, aims, run).through();
    }

    @Override
    public String inWords(Configuration configuration) {
        var family = ClassicFamilies.of(configuration);
        var model = family.inWords(configuration);
        var how = PreparationParameters.of(configuration, family.intake());
        return model.substring(0, 1).toUpperCase(Locale.ROOT) + model.substring(1) + "."
                + ClassWeighting.inWords(configuration) + " " + how.inWords(table.set());
    }

    /** The last fit is one more on a few more rows. */
    @Override
    public double workOfLastEpoch(Configuration configuration) {
        double ofFolds =
                table.partition().looks() / (double) table.partition().folds().size();
        return parts().trainingAndValidation().length / Math.max(1, ofFolds);
    }

    /** Fits once on training and validation rows; where the deadline comes before its last step, with the steps made by then. */
    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace)
            throws TrialFailure, InterruptedException {
        return fitted(configuration, seed, threads, (done, planned) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            pace.progress().accept((double) done / planned, 1.0);
            return pace.deadline() == Long.MAX_VALUE || pace.deadline() - System.nanoTime() > 0;
        });
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        return fitted(configuration, seed, threads, (done, planned) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            progress.accept((double) done / planned, 1.0);
            return done < course.steps();
        });
    }

    private Fitted fitted(Configuration configuration, long seed, int threads, Effort.Watch watch)
            throws InterruptedException {
        long begin = System.nanoTime();
        var counting = new Counting(watch);
        var rows = parts().trainingAndValidation();
        var fit = Fit.of(table.set(), rows, configuration, new Effort(seed, threads, counting));
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new FittedClassic(
                this, configuration, fit, new FittedClassic.Run(seed, threads, seconds, counting.made()));
    }

    /** Knows how many steps were made. */
    private static final class Counting implements Effort.Watch {
        private final Effort.Watch watch;
        private int made;

        Counting(Effort.Watch watch) {
            this.watch = watch;
        }

        @Override
        public boolean goOn(int done, int planned) throws InterruptedException {
            made = done;
            return watch.goOn(done, planned);
        }

        int made() {
            return Math.max(1, made);
        }
    }

    /** What it seeks, by name. */
    List<String> sought() {
        return aims.names();
    }

    /** Of what kind the task is. */
    Task.Kind task() {
        return aims.task();
    }
}
