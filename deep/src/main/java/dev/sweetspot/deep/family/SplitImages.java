package dev.sweetspot.deep.family;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Images in memory, in their parts.
 *
 * @param origin where they came from; empty where no other process could load them
 */
public record SplitImages(Optional<ImageSource> origin, Loaded<ImageSet> loaded, Parts parts) implements SplitData {
    /** What learning from images is called where studies are kept. */
    public static final String WORKLOAD = "image-classification";

    /** Images that were read in this process, wherever they came from. */
    public static SplitImages of(Loaded<ImageSet> loaded, Parts parts) {
        return new SplitImages(Optional.empty(), loaded, parts);
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Optional<MapForm> source() {
        return origin.map(ImageSource::toForm);
    }

    @Override
    public String place() {
        return origin.map(source -> Shown.name(source.path().toString())).orElse("in memory");
    }

    @Override
    public ImageSet set() {
        return loaded.set();
    }

    @Override
    public ModelFamily.DataSize size() {
        return new ModelFamily.DataSize(
                new Shape.Image(set().height(), set().width(), set().channels()),
                parts.training().length,
                set().classNames().size());
    }

    @Override
    public ModelFamily.DataSize size(Configuration configuration) {
        return size();
    }

    @Override
    public SearchSpace space(List<ModelFamily> families) {
        return ImageSpace.of(families, size());
    }

    @Override
    public Examples examples(Configuration configuration, int[] learntFrom) {
        return new ImageExamples(set(), ChannelStatistics.of(set(), learntFrom))
                .with(InputParameters.rescaling(configuration))
                .with(AugmentationParameters.of(configuration));
    }

    @Override
    public Map<String, Form> description(Examples examples) {
        var prepared = (ImageExamples) examples;
        var statistics = prepared.statistics();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("classes", Form.of(set().classNames().stream().map(Form::of).toList()));
        entries.put("depth", Form.of(set().depth().name()));
        entries.put("means", numbers(statistics.channels(), statistics::mean));
        entries.put("deviations", numbers(statistics.channels(), statistics::sd));
        if (!prepared.rescaling().equals(new MeanAndDeviation())) {
            // A program of before would not know, and predict from other numbers: the later format keeps it from that.
            entries.put("format", Form.of(SavedClassifier.FORMAT));
            entries.put("rescale", Form.of(prepared.rescaling().name()));
        }
        return entries;
    }

    @Override
    public Predictions predictions(Examples examples, int[] items, float[][] rows) {
        return new ClassProbabilities(Arrays.stream(items).mapToObj(set()::name).toList(), set().classNames(), rows);
    }

    private static Form numbers(int count, IntToDoubleFunction value) {
        return Form.of(IntStream.range(0, count)
                .mapToObj(i -> Form.of(value.applyAsDouble(i)))
                .toList());
    }

    @Override
    public String inWords(Configuration configuration) {
        return Wording.inWords(Families.of(configuration), configuration);
    }
}
