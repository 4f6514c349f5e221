package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.PreparedSequences;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.SequenceSpace;
import dev.sweetspot.deep.space.Wording;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.ErrorScale;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.SequenceExamples;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.SquaredError;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Series in memory, in their parts.
 *
 * @param origin where they came from
 */
public record SplitSequences(Origin origin, SequenceSet set, Partition partition) implements SplitData {
    /** What learning from series is called where studies are kept. */
    public static final String WORKLOAD = "sequence-network";

    @Override
    public String workload() {
        return WORKLOAD;
    }

    /**
     * 16 bits for classes where the processor is fast with them: what comes of it is as good, and an LSTM takes half the time.
     * 32 bits for numbers, which may need their digits.
     */
    @Override
    public Precision usualPrecision() {
        return Precision.automatic(set.task().kind());
    }

    @Override
    public ModelFamily.DataSize size() {
        return new ModelFamily.DataSize(
                new Shape.Sequence(set.longest(), set.channels().size()),
                parts().training().length,
                aim(parts().training(), new SquaredError()).targets().outputs(),
                set.shortest() == set.longest());
    }

    private Aim aim(int[] learntFrom, Loss loss) {
        return set.task().kind() == Task.Kind.RECONSTRUCTION
                ? new Aim.OfInputs(
                        set.longest() * set.channels().size(),
                        ErrorScale.standard(set.channels().size()))
                : Aim.of(set.task(), learntFrom, loss);
    }

    @Override
    public ModelFamily.DataSize size(Configuration configuration) {
        return size();
    }

    @Override
    public SearchSpace space(List<ModelFamily> families) {
        return SequenceSpace.of(families, set.task().kind(), size());
    }

    @Override
    public Examples examples(Configuration configuration, int[] learntFrom) {
        var statistics = ChannelStatistics.of(set, learntFrom);
        return new SequenceExamples(
                statistics,
                new PreparedSequences(set, statistics),
                set.longest(),
                aim(learntFrom, loss(configuration)));
    }

    @Override
    public Map<String, Form> description(Examples examples) {
        var series = (SequenceExamples) examples;
        var entries = new LinkedHashMap<String, Form>();
        entries.put("channels", Form.of(set.channels().stream().map(Form::of).toList()));
        entries.putAll(Statistics.toEntries(series.statistics()));
        return entries;
    }

    @Override
    public Answers answers(Examples examples) {
        return Answers.of(((SequenceExamples) examples).aim());
    }

    @Override
    public String inWords(Configuration configuration) {
        return Wording.of(configuration, set.task().kind(), set.noun());
    }
}
