package dev.sweetspot.deep.training;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.loss.Readout;
import dev.sweetspot.deep.training.optimizer.Layout;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import dev.sweetspot.study.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One training of one network: goes on epoch by epoch, can be asked for predictions between, and written down so that it
 * goes on bit for bit. What it computes is a function of its arguments and the thread count alone. Belongs to one
 * thread at a time; whoever makes it closes it.
 */
public final class Training implements AutoCloseable {
    private final Module module;
    private final Recipe recipe;
    private final Setting setting;
    private final long seed;
    private final Draws draws;
    private final List<Tensor> slots = new ArrayList<>();
    private final Tensor lossSum;
    private final Optional<Slowed> slowed;
    private final Tensor epochSum;
    private final Optional<Average> average;
    private final List<Double> losses = new ArrayList<>();
    private final Optional<Tensor> classWeights;
    private final BatchFeed feed;
    private final Predictor predictor;
    private final int stepsPerEpoch;
    private final Layout layout;
    private final List<Course.Plan> plans = new ArrayList<>();
    private double plannedEpochs;
    private long step;

    /**
     * What a training runs on.
     *
     * @param chosen the indices of the examples to learn from
     * @param threads how many threads the arithmetic may use; the last bits depend on it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Setting(Examples examples, int[] chosen, int threads, Precision precision) {}

    /**
     * Begins, or goes on.
     *
     * @param epochs how long it is planned to be: the schedule follows it
     * @param from where to go on; empty to begin
     */
    public Training(
            Network network, Recipe recipe, Setting setting, long seed, double epochs, Optional<Snapshot> from) {
        this(network, recipe, setting, seed, epochs, from, Optional.empty());
    }

    /**
     * Begins with what was learnt before, or goes on with such a training.
     *
     * @param transfer where it begins, what is frozen, and how fast the rest of the body learns; empty to begin anew
     */
    public Training(
            Network network,
            Recipe recipe,
            Setting setting,
            long seed,
            double epochs,
            Optional<Snapshot> from,
            Optional<Transfer> transfer) {
        Native.useThreads(setting.threads());
        this.recipe = recipe;
        this.setting = setting;
        this.seed = seed;
        this.plannedEpochs = epochs;
        this.stepsPerEpoch = BatchFeed.steps(setting.chosen().length, recipe.batchSize());
        this.layout = layout(network);
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            var first = Weights.initial(network, Seeds.generator(Seeds.of(seed, 0, Seeds.Purpose.TRIAL)));
            this.module = new Module(network, first, setting.precision().type());
            for (int i = 0; i < recipe.optimizer().slots(); i++) {
                slots.add(Tensor.zeros(ElementType.FLOAT32, first.length).keep());
            }
            this.lossSum = Tensor.zeros(ElementType.FLOAT32, 1).keep();
            this.epochSum = Tensor.zeros(ElementType.FLOAT32, 1).keep();
            this.classWeights = classWeights();
            double decay = recipe.regularization().ema();
            this.average = decay > 0 ? Optional.of(new Average(decay, module)) : Optional.empty();
            transfer.ifPresent(each -> module.set(each.start()));
            from.ifPresent(this::restore);
            transfer.ifPresent(each -> module.freeze(each.frozenLayers()));
            this.slowed = transfer.map(each -> new Slowed(each, module));
        }
        plan(plannedEpochs);
        this.draws = new Draws(seed);
        var type = setting.precision().type();
        this.predictor = new Predictor(module, setting.examples(), type, draws, readout());
        this.feed = new BatchFeed(
                setting.examples(),
                setting.chosen(),
                recipe.batchSize(),
                recipe.selection().sampling(),
                seed,
                type,
                step);
    }

    private Task.Kind task() {
        return setting.examples().targets() instanceof Targets.Numbers
                ? Task.Kind.REGRESSION
                : Task.Kind.CLASSIFICATION;
    }

    private Optional<Tensor> classWeights() {
        if (recipe.selection().classWeights() == ClassWeights.NONE) {
            return Optional.empty();
        }
        var counts = new int[setting.examples().targets().outputs()];
        for (int example : setting.chosen()) {
            counts[setting.examples().classOf(example)]++;
        }
        var weights = recipe.selection().classWeights().of(counts);
        return Optional.of(Tensor.of(weights, weights.length).keep());
    }

    private static Layout layout(Network network) {
        var matrices = new ArrayList<Layout.Matrix>();
        long size = 0;
        for (var weight : Weights.of(network)) {
            if (weight.role() == Weight.Role.KERNEL) {
                long rows = weight.weight().shape().get(0);
                matrices.add(new Layout.Matrix(weight.start(), rows, weight.size() / rows));
            }
            size += weight.size();
        }
        return new Layout(size, Weights.kernelCount(network), matrices);
    }

    private void restore(Snapshot snapshot) {
        step = snapshot.step();
        plannedEpochs = snapshot.plannedEpochs();
        module.set(snapshot.state());
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).setAll(snapshot.slots().get(i));
        }
        epochSum.setAll(snapshot.slots().get(slots.size()));
        average.ifPresent(each -> each.set(
                snapshot.slots().get(slots.size() + 1), snapshot.slots().get(slots.size() + 2)));
        losses.addAll(snapshot.losses());
    }

    /** How many epochs are done, in parts too. */
    public double epochs() {
        return (double) step / stepsPerEpoch;
    }

    /** How many epochs are planned. */
    public double plannedEpochs() {
        return plannedEpochs;
    }

    /** Plans another length; the schedule follows from the next step on. */
    public void plan(double epochs) {
        plannedEpochs = epochs;
        if (!plans.isEmpty() && plans.get(plans.size() - 1).step() == step) {
            plans.remove(plans.size() - 1);
        }
        if (plans.isEmpty() || plans.get(plans.size() - 1).epochs() != epochs) {
            plans.add(new Course.Plan(step, epochs));
        }
    }

    /**
     * How it went until now.
     *
     * @throws IllegalStateException where it went on from a snapshot, which does not say what was planned before
     */
    public Course course() {
        if (plans.get(0).step() > 0) {
            throw new IllegalStateException("this training began elsewhere");
        }
        return new Course(step, plans);
    }

    /** Follows a course to its next plan or the end of the epoch; without steps where nothing was left to do. */
    public Progress follow(Course course) throws InterruptedException {
        long next = course.steps();
        for (var plan : course.plans()) {
            if (plan.step() == step) {
                plan(plan.epochs());
            } else if (plan.step() > step) {
                next = Math.min(next, plan.step());
            }
        }
        return step < next
                ? advance((int) Math.min(Integer.MAX_VALUE, next - step), Long.MAX_VALUE)
                : new Progress(0, Double.NaN);
    }

    /** Whether all that was planned is done. */
    public boolean finished() {
        return step >= Math.round(plannedEpochs * stepsPerEpoch);
    }

    /**
     * What one call of {@link #advance} did.
     *
     * @param steps how many steps
     * @param loss mean training loss over them; NaN or infinite when the training has broken down, or without steps
     */
    public record Progress(int steps, double loss) {}

    /**
     * Goes on to the end of the epoch, but not beyond what was planned, so many steps, or the deadline.
     *
     * @param mostSteps at most so many, at least 1
     * @param deadline on {@link System#nanoTime}, looked at before each step
     * @throws InterruptedException when the thread is interrupted; the training can go on afterwards
     */
    public Progress advance(int mostSteps, long deadline) throws InterruptedException {
        Native.useThreads(setting.threads());
        long end = Math.min(
                Math.min(Math.round(plannedEpochs * stepsPerEpoch), (step / stepsPerEpoch + 1) * stepsPerEpoch),
                step + mostSteps);
        int done = 0;
        lossSum.setAll(0);
        while (step < end && deadline - System.nanoTime() > 0) {
            // A batch may be ready at every step, so that waiting for one is no place to notice an interrupt.
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted between two steps");
            }
            var batch = feed.take();
            try (var scope = Scope.open()) {
                assert scope != null;
                oneStep(batch);
            } finally {
                feed.giveBack(batch);
            }
            done++;
        }
        return new Progress(done, done == 0 ? Double.NaN : lossSum.floats()[0] / done);
    }

    private void oneStep(Batch batch) {
        double progress = step / Math.max(1, plannedEpochs * stepsPerEpoch);
        draws.reseed(Seeds.of(seed, (int) step, Seeds.Purpose.SAMPLER));
        module.gradients().setAll(0);
        var outputs = module.forward(batch.signal(), true, draws).values();
        var loss = recipe.loss()
                .of(
                        outputs,
                        batch.targets(),
                        classWeights.map(each -> LossOperations.ofTargets(each, batch.targets())),
                        task());
        loss.backward();
        step++;
        try (var off = Gradients.off()) {
            assert off != null;
            lossSum.add(loss, 1);
            double rate = recipe.rate().at(progress, losses);
            recipe.regularization().applyTo(module.gradients(), module.weights(), layout);
            slowed.ifPresent(Slowed::remember);
            recipe.optimizer()
                    .step(
                            module.weights(),
                            module.gradients(),
                            slots,
                            new Optimizer.Step(
                                    step, rate, recipe.regularization().weightDecay(), layout));
            slowed.ifPresent(Slowed::slow);
            average.ifPresent(each -> each.follow(module, step));
            if (recipe.rate().schedule().followsLosses()) {
                remember(loss);
            }
        }
    }

    /** Summed apart from what {@link #advance} tells, so that it does not matter how often an epoch is interrupted. */
    private void remember(Tensor loss) {
        epochSum.add(loss, 1);
        if (step % stepsPerEpoch == 0) {
            losses.add((double) epochSum.item() / stepsPerEpoch);
            epochSum.setAll(0);
        }
    }

    /**
     * Says what was measured on the validation part after the epoch that was done last: a schedule goes by that in the
     * place of the training loss.
     *
     * @param loss small is good
     */
    public void validated(double loss) {
        if (!losses.isEmpty() && step % stepsPerEpoch == 0) {
            losses.set(losses.size() - 1, loss);
        }
    }

    /** A row an example: a probability for each class, or the numbers themselves, in 32 bits. */
    public float[][] predict(int[] examples) {
        Native.useThreads(setting.threads());
        if (average.isEmpty()) {
            return predictor.predict(examples, Predictor.BATCH);
        }
        var live = module.state();
        setModule(average.get().state());
        try {
            return predictor.predict(examples, Predictor.BATCH);
        } finally {
            setModule(live);
        }
    }

    /** All that it takes to go on. */
    public Snapshot snapshot() {
        var values = new ArrayList<float[]>();
        slots.forEach(slot -> values.add(slot.floats()));
        values.add(epochSum.floats());
        average.ifPresent(each -> values.addAll(each.arrays()));
        return new Snapshot(step, plannedEpochs, module.state(), values, losses);
    }

    /** The weights that predict, for {@link #set}: their average where there is one. */
    public Module.State state() {
        return average.map(Average::state).orElseGet(module::state);
    }

    /** Goes back to weights of before. */
    public void set(Module.State state) {
        setModule(state);
        average.ifPresent(each -> each.set(state.weights(), state.statistics()));
    }

    /** What it learns from. */
    public Examples examples() {
        return setting.examples();
    }

    private void setModule(Module.State state) {
        try (var off = Gradients.off()) {
            assert off != null;
            module.set(state);
        }
    }

    /** How the network's outputs are read as answers. */
    public Readout readout() {
        return recipe.loss().readout(task());
    }

    /** The network. */
    public Network network() {
        return module.network();
    }

    @Override
    public void close() {
        feed.close();
        slots.forEach(Tensor::close);
        lossSum.close();
        slowed.ifPresent(Slowed::close);
        epochSum.close();
        average.ifPresent(Average::close);
        classWeights.ifPresent(Tensor::close);
        module.close();
    }
}
