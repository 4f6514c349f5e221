package dev.sweetspot.examples.libraries;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.time.Clock;

/** A network of the Deep Java Library, tuned. Its engine fetches its native part when it is first used. */
public final class TuneDjl {
    private static final int EPOCHS = 10;

    private TuneDjl() {}

    /** Prints the best configuration of twenty. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(best(20).configuration());
    }

    static Trial best(int trials) throws InterruptedException {
        try (var manager = NDManager.newBaseManager()) {
            return tuned(dataset(manager, 1), dataset(manager, 2), trials);
        }
    }

    private static Trial tuned(ArrayDataset training, ArrayDataset validation, int trials) throws InterruptedException {
        var rate = Parameter.real("learning_rate", 1e-4, 1).logarithmic();
        var units = Parameter.integer("units", 4, 64).logarithmic();
        return Optimization.of(Objective.minimize("loss"), trial -> {
                    try (var model = Model.newInstance("rings", "PyTorch")) {
                        model.setBlock(network(trial.suggest(units)));
                        return loss(model, trial.suggest(rate), training, validation);
                    }
                })
                .run(new Budget.Trials(trials), Clock.systemUTC());
    }

    private static double loss(Model model, double rate, ArrayDataset training, ArrayDataset validation)
            throws IOException, TranslateException {
        var adam = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) rate))
                .build();
        var loss = Loss.softmaxCrossEntropyLoss();
        try (var trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(adam))) {
            trainer.initialize(new Shape(32, 2));
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                for (var batch : trainer.iterateDataset(training)) {
                    EasyTrain.trainBatch(trainer, batch);
                    trainer.step();
                    batch.close();
                }
            }
            var batch = trainer.iterateDataset(validation).iterator().next();
            return loss.evaluate(batch.getLabels(), trainer.evaluate(batch.getData()))
                    .getFloat();
        }
    }

    private static SequentialBlock network(int units) {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(units).build())
                .add(Activation::tanh)
                .add(Linear.builder().setUnits(2).build());
    }

    private static ArrayDataset dataset(NDManager manager, long seed) {
        var rings = Rings.of(320, seed);
        return new ArrayDataset.Builder()
                .setData(manager.create(rings.flat(), new Shape(320, 2)))
                .optLabels(manager.create(rings.numbers()))
                .setSampling(seed == 1 ? 32 : 320, seed == 1)
                .build();
    }
}
