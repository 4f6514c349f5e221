package dev.sweetspot.cli;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.deep.learning.SplitImages;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.result.Judged;
import dev.sweetspot.insight.result.Portraits;
import dev.sweetspot.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What test items look like, for pages that show some: read from the data of the study, where that is still what it was. */
final class ImagesOfItems {
    @Mixin
    private MovedData moved = new MovedData();

    @Option(
            names = "--no-images",
            description =
                    "Leaves out the images of the worst mistakes, where the data may not be passed on; their names stay.")
    private boolean none;

    /** The predictions of a job's winner with the images that they are of; empty where it handed over no predictions. */
    Optional<Judged> judged(Study study, Handed handed, OutputOptions output) {
        return handed.answers().map(report -> new Judged(report, of(study, handed, report, output)));
    }

    private Judged.Images of(Study study, Handed handed, Report report, OutputOptions output) {
        var errand = study.spec().errand();
        boolean images =
                Errand.isOfTrainings(errand) && Errand.workloadOf(errand).equals(SplitImages.WORKLOAD);
        if (!images || !(report instanceof ClassificationReport classes)) {
            return item -> Optional.empty();
        }
        if (none) {
            return Judged.Images.unseen("The images were left out on purpose.");
        }
        var items = classes.predictions().names();
        var errandOfImages = Errand.of(study.spec().name(), errand);
        if (moved.place().isPresent()) {
            return read(errandOfImages, handed, items, output);
        }
        try {
            return read(errandOfImages, handed, items, output);
        } catch (InvalidInputException gone) {
            return Judged.Images.unseen(
                    "The images are not shown, because the data is not where the study found it any more:"
                            + " sweetspot report --data says where it lies now.");
        }
    }

    private Judged.Images read(Errand errand, Handed handed, List<String> items, OutputOptions output) {
        int cores = Runtime.getRuntime().availableProcessors();
        var data =
                moved.load(errand, "sweetspot report", cores, output).loaded().set();
        var hash = Fields.of(handed.record()).findText("data_hash");
        boolean other = hash.isPresent() && !hash.get().equals(data.hash());
        if (other || !(data instanceof ImageSet images)) {
            throw new InvalidInputException(
                    "--data",
                    moved.place().map(Path::toString).orElse(""),
                    "holds other data than the winner was measured on",
                    "leave it out?");
        }
        return new Portraits(images, items);
    }
}
