package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several networks that look at the same input, and the mean of their answers: of probabilities after the softmax, not of
 * logits, and of numbers (deep ensembles, Lakshminarayanan et al. 2017, equation 2 and below it). So that what stands behind
 * it reads it like a single network, it hands on what becomes the mean again when it is read: {@code log(mean_k p_k)} of
 * probabilities and of numbers above 0, whose readout is {@link #readoutBehind}; the mean itself of other numbers.
 *
 * @param members the layers of each network, at least one network; each gives a row
 * @param readout how the outputs of each are read
 */
public record Average(List<List<Layer>> members, Readout readout) implements Layer {
    static final Kind KIND = new Kind(
            "average", fields -> new Average(members(fields.list("members")), Readout.named(fields.text("readout"))));

    private static final String MEMBER = "member";

    /** Keeps copies. */
    public Average {
        members = members.stream().map(List::copyOf).toList();
        Settings.atLeast(1, "networks of an average", members.size(), "");
        if (readout == Readout.UNIT) {
            throw new InvalidInputException(
                    "readout", readout.word(), "is of what is made again, which is not averaged", "softmax?");
        }
    }

    private static List<List<Layer>> members(ListForm form) {
        var members = new ArrayList<List<Layer>>();
        form.items()
                .forEach(member -> members.add(Layers.fromForm(
                        Fields.of(Form.of(Map.of(MEMBER, member))).list(MEMBER))));
        return members;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings()
                .with("members", Form.of(members.stream().map(Layers::toForm).toList()))
                .with("readout", Form.of(readout.word()))
                .done();
    }

    /** The name of the part that one of the networks is, by its place from 0. */
    public static String part(int member) {
        return MEMBER + (member + 1);
    }

    @Override
    public Map<String, List<Layer>> parts() {
        var parts = new LinkedHashMap<String, List<Layer>>();
        for (int i = 0; i < members.size(); i++) {
            parts.put(part(i), members.get(i));
        }
        return Collections.unmodifiableMap(parts);
    }

    /** How what it hands on is read: probabilities by the softmax, whatever the members' own readout is. */
    public Readout readoutBehind() {
        return readout == Readout.SIGMOID ? Readout.SOFTMAX : readout;
    }

    @Override
    public Shape after(Shape in) {
        Shape out = new Shape.Row(0);
        for (int i = 0; i < members.size(); i++) {
            var each = Chain.after(in, members.get(i), part(i));
            if (!(each instanceof Shape.Row) || (i > 0 && !each.equals(out))) {
                throw new DoesNotFit(
                        this, in, "gives " + each + " by its network " + (i + 1), "a dense layer at the end of each?");
            }
            out = each;
        }
        return out;
    }

    /** The answer of each, their sum and what is handed on. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return (members.size() + 2L) * after(in).size() * Float.BYTES / bytesPerNumber;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var in = x.shared();
        var sum = answer(0, in, weights, pass).copy();
        for (int i = 1; i < members.size(); i++) {
            sum.add(answer(i, in, weights, pass), 1);
        }
        sum.scale(1.0 / members.size());
        return Signal.of(logarithmic() ? LossOperations.logarithm(sum) : sum);
    }

    private Tensor answer(int member, Signal in, LayerWeights weights, Pass pass) {
        return readout.of(Chain.forward(members.get(member), weights.part(part(member)), in, pass)
                .values());
    }

    private boolean logarithmic() {
        return readout != Readout.IDENTITY;
    }

    @Override
    public Flow write(Flow x, Place place) {
        Value sum = answer(0, x, place);
        for (int i = 1; i < members.size(); i++) {
            sum = place.apply(Binary.ADD, sum, answer(i, x, place));
        }
        int count = members.size();
        var divided = "x / " + count;
        return Flow.of(place.apply(
                logarithmic()
                        ? Elementwise.of(
                                "log_mean",
                                "torch.log(" + divided + ")",
                                (nodes, each) -> nodes.node("Log", nodes.node("Div", each, nodes.number(count))))
                        : Elementwise.of(
                                "mean", divided, (nodes, each) -> nodes.node("Div", each, nodes.number(count))),
                sum));
    }

    private Value answer(int member, Flow x, Place place) {
        var outputs =
                Chain.write(members.get(member), place.part(part(member)), x).values();
        return readout.operation()
                .map(operation -> place.apply(operation, outputs))
                .orElse(outputs);
    }
}
