package dev.sweetspot.deep.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Each channel times a number: of the value (N x C x ...) and one number a channel.
 *
 * @param places dimensions behind the channels
 */
public record ScaleChannels(int places) implements Operation {
    @Override
    public String word() {
        return "scale";
    }

    @Override
    public String torch(List<String> in) {
        return in.get(0) + " * " + in.get(1)
                + (places == 0 ? "" : ".view(-1" + String.join("", Collections.nCopies(places, ", 1")) + ")");
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var shape = new long[places + 1];
        Arrays.fill(shape, 1);
        shape[0] = -1;
        return nodes.node("Mul", in.get(0), nodes.node("Reshape", in.get(1), nodes.whole(shape)));
    }
}
