package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Lstm;

/** Networks of {@link Lstm} layers. */
public final class LstmFamily extends RecurrentFamily {
    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public String help() {
        return "A long short-term memory: reads a sequence and remembers what it needs, however long ago it was. The usual recurrent "
                + "network.";
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    Layer layer(int units, boolean bidirectional, boolean sequence) {
        return new Lstm(units, bidirectional, sequence);
    }
}
