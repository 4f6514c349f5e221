package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.metric.DrawnImages;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.handover.Answer;
import dev.sweetspot.deep.handover.DrawingAnswer;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.Targets;
import dev.sweetspot.deep.training.rescaling.SignedRange;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Images that are drawn from random vectors.
 *
 * @param shape of each
 * @param depth of the samples
 * @param statistics of the images that were learnt from, which say what -1 and 1 are where samples have 16 bits
 * @param judges who compares them with real ones; nobody where a model was loaded from its file
 */
record Drawings(ImageShape shape, Depth depth, ChannelStatistics statistics, Optional<SplitGeneration> judges)
        implements Answers {
    /** In model files. */
    static final String ENTRY = "drawing";

    @Override
    public Predictions of(Asked asked, Outputs network) {
        var split = judges.orElseThrow(() -> new IllegalStateException("nobody is here to judge drawn images"));
        var onlooker = split.onlooker();
        var held = SplitGeneration.some(asked.items());
        return new DrawnImages(
                onlooker.ofDrawn(network.of(held)),
                Arrays.stream(held).mapToObj(asked.set()::name).toList(),
                onlooker.ofReal(held),
                onlooker.ofReal(SplitGeneration.some(split.parts().training())),
                onlooker.inWords());
    }

    @Override
    public Targets targets() {
        return new Targets.Inputs(Math.toIntExact(shape.samples()));
    }

    @Override
    public Answer answer(Readout readout) {
        return new DrawingAnswer(
                new Shape.Image(shape.height(), shape.width(), shape.channels()),
                depth.highest(),
                channels(c -> 1 / factor(c)),
                channels(c -> -shift(c) / factor(c)));
    }

    private List<Float> channels(IntToDoubleFunction value) {
        return IntStream.range(0, shape.channels())
                .mapToObj(c -> (float) value.applyAsDouble(c))
                .toList();
    }

    private double factor(int channel) {
        double deviation = statistics.sd(channel) > 0 ? statistics.sd(channel) : 1;
        return new SignedRange(depth).factor(deviation, Long.MAX_VALUE, depth);
    }

    private double shift(int channel) {
        return new SignedRange(depth).shift(statistics.mean(channel), factor(channel));
    }

    /** Samples as files keep them, row by row with their channels last: from 0 to the highest. */
    int[] samples(float[] drawn) {
        return IntStream.range(0, drawn.length)
                .map(i -> {
                    int c = i % shape.channels();
                    return (int) Math.max(0, Math.min(depth.highest(), Math.round((drawn[i] - shift(c)) / factor(c))));
                })
                .toArray();
    }

    @Override
    public Map<String, Form> toEntries() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("height", Form.of(shape.height()));
        entries.put("width", Form.of(shape.width()));
        entries.put("channels", Form.of(shape.channels()));
        entries.put("depth", Form.of(depth.name()));
        entries.putAll(Statistics.toEntries(statistics));
        return Map.of(ENTRY, Form.of(entries));
    }

    static Drawings fromFields(Fields fields) {
        return new Drawings(
                new ImageShape(fields.integer("height"), fields.integer("width"), fields.integer("channels")),
                Depth.valueOf(fields.text("depth")),
                Statistics.fromFields(fields),
                Optional.empty());
    }

    /** Whether a network draws such images. */
    boolean fits(Shape output) {
        return output.equals(new Shape.Image(shape.height(), shape.width(), shape.channels()))
                && statistics.channels() == shape.channels();
    }
}
