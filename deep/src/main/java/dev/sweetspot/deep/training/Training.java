package dev.sweetspot.deep.training;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
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
public final class Training implements Session {
    private final Module module;
    private final Recipe recipe;
    private final Setting setting;
    private final long seed;
    private final Draws draws;
    private final List<Tensor> slots = new ArrayList<>();
    private final Tensor lossSum;
    private final Optional<Slowed> slowed;
    private final Optional<WeightNoise> noise;
    private final Tensor epochSum;
    private final Optional<Average> average;
    private final List<Double> losses = new ArrayList<>();
    private final Optional<Tensor> classWeights;
    private final BatchFeed feed;
    private final Predictor predictor;
    private final Layout layout;
    private final Itinerary itinerary;

    /**
     * What a training runs on.
     *
     * @param chosen the indices of the examples to learn from
     * @param threads how many threads the arithmetic may use; the last bits depend on it
     * @param device where the arithmetic is done
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Setting(Examples examples, int[] chosen, int threads, Precision precision, Device device) {
        /** On the processor. */
        public Setting(Examples examples, int[] chosen, int threads, Precision precision) {
            this(examples, chosen, threads, precision, Device.CPU);
        }
    }

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
        this.itinerary = new Itinerary(
                BatchFeed.steps(setting.chosen().length, recipe.batchSize()),
                from.map(Snapshot::step).orElse(0L),
                from.map(Snapshot::plannedEpochs).orElse(epochs));
        this.layout = Layout.of(network);
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            var first = Weights.initial(network, Seeds.generator(Seeds.of(seed, 0, Seeds.Purpose.TRIAL)));
            this.module = new Module(network, first, setting.precision().type(), setting.device());
            for (int i = 0; i < recipe.optimizer().slots(); i++) {
                slots.add(Tensor.zeros(setting.device(), ElementType.FLOAT32, first.length)
                        .keep());
            }
            this.lossSum =
                    Tensor.zeros(setting.device(), ElementType.FLOAT32, 1).keep();
            this.epochSum =
                    Tensor.zeros(setting.device(), ElementType.FLOAT32, 1).keep();
            this.classWeights = classWeights();
            double decay = recipe.regularization().ema();
            this.average = decay > 0 ? Optional.of(new Average(decay, module)) : Optional.empty();
            transfer.ifPresent(each -> module.set(each.start()));
            from.ifPresent(this::restore);
            transfer.ifPresent(each -> module.freeze(each.frozenLayers()));
            this.slowed = transfer.map(each -> new Slowed(each, module));
            this.noise = noise(transfer.map(Transfer::frozenLayers).orElse(0));
        }
        this.draws = new Draws(seed);
        var type = setting.precision().inputs(setting.examples().shape());
        this.predictor = new Predictor(
                module, setting.examples(), type, draws, recipe.loss().readout(task()));
        this.feed = new BatchFeed(
                setting.examples(),
                setting.chosen(),
                recipe.batchSize(),
                recipe.selection().sampling(),
                seed,
                type,
                itinerary.step());
    }

    private Task.Kind task() {
        return setting.examples().targets().task();
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
        return Optional.of(
                Tensor.of(weights, weights.length).on(setting.device()).keep());
    }

    private Optional<WeightNoise> noise(int frozenLayers) {
        double deviation = recipe.regularization().weightNoise();
        return deviation > 0 ? Optional.of(new WeightNoise(deviation, module, frozenLayers)) : Optional.empty();
    }

    private void restore(Snapshot snapshot) {
        module.set(snapshot.state());
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).setAll(snapshot.slots().get(i));
        }
        epochSum.setAll(snapshot.slots().get(slots.size()));
        average.ifPresent(each -> each.set(
                snapshot.slots().get(slots.size() + 1), snapshot.slots().get(slots.size() + 2)));
        losses.addAll(snapshot.losses());
    }

    @Override
    public Itinerary itinerary() {
        return itinerary;
    }

    /**
     * What one call of {@link #advance} did.
     *
     * @param steps how many steps
     * @param loss mean training loss over them; NaN or infinite when the training has broken down, or without steps
     */
    public record Progress(int steps, double loss) {}

    @Override
    public Progress advance(int mostSteps, long deadline, Watcher watcher) throws InterruptedException {
        Native.useThreads(setting.threads());
        long end = itinerary.end(mostSteps);
        int done = 0;
        lossSum.setAll(0);
        var glances = new Glances(watcher, lossSum);
        while (itinerary.step() < end && deadline - System.nanoTime() > 0) {
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
            glances.after(done, itinerary);
        }
        return new Progress(done, done == 0 ? Double.NaN : lossSum.floats()[0] / done);
    }

    private void oneStep(Batch batch) {
        double progress = itinerary.progress();
        draws.reseed(Seeds.of(seed, (int) itinerary.step(), Seeds.Purpose.SAMPLER));
        var loss = noise.isEmpty() ? gradients(batch) : noise.get().during(draws, () -> gradients(batch));
        itinerary.count();
        long step = itinerary.step();
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

    /** Leaves them in the module, and answers the loss. */
    private Tensor gradients(Batch batch) {
        module.gradients().setAll(0);
        var outputs =
                module.forward(batch.signal(setting.device()), true, draws).values();
        var targets = batch.targets(setting.device());
        var own = OwnNumbers.of(outputs, batch, setting.examples().targets());
        var weights = classWeights
                .map(each -> LossOperations.ofTargets(each, targets))
                .or(own::weights);
        var loss = recipe.loss().of(own.outputs(), targets, weights, task());
        loss.backward();
        return loss;
    }

    /** Summed apart from what {@link #advance} tells, so that it does not matter how often an epoch is interrupted. */
    private void remember(Tensor loss) {
        epochSum.add(loss, 1);
        if (itinerary.betweenEpochs()) {
            losses.add((double) epochSum.item() / itinerary.stepsPerEpoch());
            epochSum.setAll(0);
        }
    }

    @Override
    public void validated(double loss) {
        if (!losses.isEmpty() && itinerary.betweenEpochs()) {
            losses.set(losses.size() - 1, loss);
        }
    }

    @Override
    public float[][] predict(int[] examples) {
        Native.useThreads(setting.threads());
        if (average.isEmpty()) {
            return predictor.predict(examples);
        }
        var live = module.state();
        setModule(average.get().state());
        try {
            return predictor.predict(examples);
        } finally {
            setModule(live);
        }
    }

    @Override
    public Snapshot snapshot() {
        var values = new ArrayList<float[]>();
        slots.forEach(slot -> values.add(slot.floats()));
        values.add(epochSum.floats());
        average.ifPresent(each -> values.addAll(each.arrays()));
        return new Snapshot(itinerary.step(), itinerary.plannedEpochs(), module.state(), values, losses);
    }

    @Override
    public Module.State state() {
        return average.map(Average::state).orElseGet(module::state);
    }

    /** Goes back to weights of before. */
    public void set(Module.State state) {
        setModule(state);
        average.ifPresent(each -> each.set(state.weights(), state.statistics()));
    }

    @Override
    public Examples examples() {
        return setting.examples();
    }

    private void setModule(Module.State state) {
        try (var off = Gradients.off()) {
            assert off != null;
            module.set(state);
        }
    }

    @Override
    public Optional<Readout> readout() {
        return Optional.of(recipe.loss().readout(task()));
    }

    @Override
    public Network network() {
        return module.network();
    }

    @Override
    public void close() {
        feed.close();
        slots.forEach(Tensor::close);
        lossSum.close();
        slowed.ifPresent(Slowed::close);
        noise.ifPresent(WeightNoise::close);
        epochSum.close();
        average.ifPresent(Average::close);
        classWeights.ifPresent(Tensor::close);
        module.close();
    }
}
