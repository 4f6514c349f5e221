package dev.sweetspot.examples.libraries;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.time.Clock;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.kernel.KernelSVMTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.kernel.RBF;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A kernel machine of Tribuo, tuned. */
public final class TuneTribuo {
    private TuneTribuo() {}

    /** Prints the best configuration of thirty. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(best(30).configuration());
    }

    static Trial best(int trials) throws InterruptedException {
        return tuned(dataset(Rings.of(200, 1)), dataset(Rings.of(400, 2)), trials);
    }

    private static Trial tuned(Dataset<Label> training, Dataset<Label> validation, int trials)
            throws InterruptedException {
        var gamma = Parameter.real("gamma", 0.01, 100).logarithmic();
        var lambda = Parameter.real("lambda", 1e-4, 1).logarithmic();
        var epochs = Parameter.integer("epochs", 1, 10);
        return Optimization.of(Objective.maximize("accuracy"), trial -> {
                    var trainer = new KernelSVMTrainer(
                            new RBF(trial.suggest(gamma)), trial.suggest(lambda), trial.suggest(epochs), trial.seed());
                    var model = trainer.train(training);
                    return new LabelEvaluator().evaluate(model, validation).accuracy();
                })
                .run(new Budget.Trials(trials), Clock.systemUTC());
    }

    private static Dataset<Label> dataset(Rings rings) {
        var labels = new LabelFactory();
        var dataset = new MutableDataset<>(new SimpleDataSourceProvenance("rings", labels), labels);
        for (int i = 0; i < rings.size(); i++) {
            double[] values = {rings.coordinate(i, 0), rings.coordinate(i, 1)};
            dataset.add(new ArrayExample<>(labels.generateOutput(rings.label(i)), new String[] {"x", "y"}, values));
        }
        return dataset;
    }
}
