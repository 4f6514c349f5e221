package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.Average;
import dev.sweetspot.deep.training.Batch;
import dev.sweetspot.deep.training.BatchFeed;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Glances;
import dev.sweetspot.deep.training.Itinerary;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.Snapshot;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.Watcher;
import dev.sweetspot.deep.training.sampling.Shuffled;
import dev.sweetspot.study.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two networks that learn from each other (Goodfellow et al. 2014, algorithm 1): a generator that draws images from random
 * vectors, and a discriminator that tells them from real ones. A step is one of the discriminator, on one batch of real images
 * and as many drawn ones; after every so many of them the generator makes one. Each network sees real and drawn images as
 * batches of their own, so that the normalisations of one say nothing of the other (Radford, Metz and Chintala 2015). Goes on
 * bit for bit: what it computes is a function of its arguments and the thread count alone.
 */
public final class AdversarialTraining implements Session {
    private static final int DISCRIMINATOR = 1;

    private final Player generator;
    private final Player discriminator;
    private final AdversarialRecipe recipe;
    private final Training.Setting setting;
    private final long seed;
    private final Draws draws;
    private final Tensor lossSum;
    private final Optional<Average> average;
    private final BatchFeed feed;
    private final Itinerary itinerary;

    /**
     * The two networks.
     *
     * @param generator from random vectors to images
     * @param discriminator from images to one number
     */
    public record Networks(Network generator, Network discriminator) {}

    /**
     * Begins, or goes on.
     *
     * @param setting whose examples are the real images, from -1 to 1
     * @param epochs how long it is planned to be: the schedule follows it
     * @param from where to go on; empty to begin
     */
    public AdversarialTraining(
            Networks networks,
            AdversarialRecipe recipe,
            Training.Setting setting,
            long seed,
            double epochs,
            Optional<Snapshot> from) {
        Native.useThreads(setting.threads());
        this.recipe = recipe;
        this.setting = setting;
        this.seed = seed;
        this.itinerary = new Itinerary(
                BatchFeed.steps(setting.chosen().length, recipe.batchSize()),
                from.map(Snapshot::step).orElse(0L),
                from.map(Snapshot::plannedEpochs).orElse(epochs));
        var type = setting.precision().type();
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            long other = Seeds.of(seed, DISCRIMINATOR, Seeds.Purpose.TRIAL);
            this.generator = new Player(networks.generator(), recipe.generator(), seed, type, setting.device());
            this.discriminator =
                    new Player(networks.discriminator(), recipe.discriminator(), other, type, setting.device());
            this.lossSum =
                    Tensor.zeros(setting.device(), ElementType.FLOAT32, 1).keep();
            this.average =
                    recipe.ema() > 0 ? Optional.of(new Average(recipe.ema(), generator.module())) : Optional.empty();
            from.ifPresent(this::restore);
        }
        this.draws = new Draws(seed);
        this.feed = new BatchFeed(
                setting.examples(),
                setting.chosen(),
                recipe.batchSize(),
                new Shuffled(),
                seed,
                setting.precision().inputs(setting.examples().shape()),
                itinerary.step());
    }

    private void restore(Snapshot snapshot) {
        generator.module().set(snapshot.state());
        var arrays = snapshot.slots().iterator();
        discriminator.module().set(new Module.State(arrays.next(), arrays.next()));
        generator.remember(arrays);
        discriminator.remember(arrays);
        average.ifPresent(each -> each.set(arrays.next(), arrays.next()));
    }

    @Override
    public Snapshot snapshot() {
        var judge = discriminator.module().state();
        var arrays = new ArrayList<float[]>();
        arrays.add(judge.weights());
        arrays.add(judge.statistics());
        arrays.addAll(generator.memory());
        arrays.addAll(discriminator.memory());
        average.ifPresent(each -> arrays.addAll(each.arrays()));
        return new Snapshot(
                itinerary.step(), itinerary.plannedEpochs(), generator.module().state(), arrays, List.of());
    }

    @Override
    public Training.Progress advance(int mostSteps, long deadline, Watcher watcher) throws InterruptedException {
        Native.useThreads(setting.threads());
        long end = itinerary.end(mostSteps);
        int done = 0;
        lossSum.setAll(0);
        var glances = new Glances(watcher, lossSum);
        while (itinerary.step() < end && deadline - System.nanoTime() > 0) {
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
        return new Training.Progress(done, done == 0 ? Double.NaN : lossSum.floats()[0] / done);
    }

    private void oneStep(Batch batch) {
        double progress = itinerary.progress();
        draws.reseed(Seeds.of(seed, (int) itinerary.step(), Seeds.Purpose.SAMPLER));
        judge(batch, progress);
        itinerary.count();
        if (itinerary.step() % recipe.discriminatorSteps() == 0) {
            draw(batch.size(), progress);
        }
    }

    /** A step of the discriminator. */
    private void judge(Batch batch, double progress) {
        Tensor drawn;
        try (var off = Gradients.off()) {
            assert off != null;
            drawn = generator.module().forward(latents(batch.size()), true, draws);
        }
        var judge = discriminator.module();
        var ofReal = judge.forward(batch.signal(setting.device()), true, draws).values();
        var ofDrawn = judge.forward(drawn, true, draws);
        var loss = recipe.loss().ofDiscriminator(ofReal, ofDrawn);
        discriminator.step(loss, itinerary.step() + 1, progress);
        try (var off = Gradients.off()) {
            assert off != null;
            recipe.loss().restrain(judge.weights());
            lossSum.add(loss, 1);
        }
    }

    /** A step of the generator. */
    private void draw(int images, double progress) {
        var drawn = generator.module().forward(latents(images), true, draws);
        var loss = recipe.loss().ofGenerator(discriminator.module().forward(drawn, true, draws));
        long number = itinerary.step() / recipe.discriminatorSteps();
        generator.step(loss, number, progress);
        try (var off = Gradients.off()) {
            assert off != null;
            lossSum.add(loss, recipe.discriminatorSteps());
            average.ifPresent(each -> each.follow(generator.module(), number));
        }
    }

    private Tensor latents(int count) {
        var shape = generator.module().network().input().size();
        return Operations.noise(Tensor.zeros(ElementType.FLOAT32, count, shape), 1, draws)
                .as(setting.precision().inputs(generator.module().network().input()))
                .on(setting.device());
    }

    @Override
    public Itinerary itinerary() {
        return itinerary;
    }

    /** Its schedules go by the progress alone. */
    @Override
    public void validated(double loss) {}

    /**
     * Images that it draws, twice as many as there are examples, within 500 to 2000, and always from the same vectors: whoever
     * asks compares them with the examples.
     */
    @Override
    public float[][] predict(int[] examples) {
        return draw(Latents.of(
                Latents.JUDGED,
                Latents.judged(examples.length),
                network().input().size()));
    }

    /**
     * Draws images with the weights that a model file gets.
     *
     * @param latents a random vector an image
     * @return an image a row: from -1 to 1, row by row with its channels last
     */
    public float[][] draw(float[][] latents) {
        Native.useThreads(setting.threads());
        var module = generator.module();
        var live = average.map(each -> module.state());
        average.ifPresent(each -> set(each.state()));
        try {
            return Painting.images(module, latents, setting.precision());
        } finally {
            live.ifPresent(this::set);
        }
    }

    private void set(Module.State state) {
        try (var off = Gradients.off()) {
            assert off != null;
            generator.module().set(state);
        }
    }

    @Override
    public Module.State state() {
        return average.map(Average::state).orElseGet(() -> generator.module().state());
    }

    @Override
    public Network network() {
        return generator.module().network();
    }

    @Override
    public Optional<Readout> readout() {
        return Optional.empty();
    }

    @Override
    public Examples examples() {
        return setting.examples();
    }

    @Override
    public void close() {
        feed.close();
        lossSum.close();
        average.ifPresent(Average::close);
        discriminator.close();
        generator.close();
    }
}
