package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Gru;
import dev.sweetspot.deep.network.layer.Layer;

/** Networks of {@link Gru} layers. */
public final class GruFamily extends RecurrentFamily {
    @Override
    public String name() {
        return "gru";
    }

    @Override
    public String help() {
        return "Gated recurrent units: a smaller and simpler lstm, often as good, and slower here.";
    }

    @Override
    Layer layer(int units, boolean bidirectional, boolean sequence) {
        return new Gru(units, bidirectional, sequence);
    }
}
