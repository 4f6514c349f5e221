package dev.sweetspot.examples;

import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitImages;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.workload.TrialFailure;
import java.nio.file.Path;
import java.util.List;

/** One network, trained with the default configuration and measured on the test part. */
public final class TrainAnImageClassifier {
    private TrainAnImageClassifier() {}

    /** Prints the accuracy; the first argument is a folder with a folder of images for each class. */
    public static void main(String[] arguments) throws TrialFailure, InterruptedException {
        var loaded = DataSets.load(Path.of(arguments[0]), LoadOptions.automatic(2));
        var images = loaded.set();
        var parts = new Splitter().split(images, loaded.given(), Seeds.generator(1));

        var split = SplitImages.of(loaded, parts);
        var space = split.space(Families.named(List.of("cnn")));
        var learner = new NetworkLearning(split, space, Fidelity.epochs(5), Precision.automatic());
        var configuration = Encoding.of(space).defaults().orElseThrow();

        try (var model = learner.fit(configuration, 1, 2, new Pace(5, Long.MAX_VALUE, (done, planned) -> {}))) {
            var report = Report.of(model.predict(parts.test()), images.task(), parts.test());
            System.out.println(
                    report.leading().inWords() + " " + report.leading().value() + " on " + report.n() + " images");
        }
    }
}
