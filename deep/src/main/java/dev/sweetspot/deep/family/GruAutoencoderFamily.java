package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Gru;
import dev.sweetspot.deep.network.layer.Layer;

/** Autoencoders of {@link Gru} layers. */
public final class GruAutoencoderFamily extends RecurrentAutoencoderFamily {
    @Override
    public String name() {
        return "gru_autoencoder";
    }

    @Override
    public String help() {
        return "A GRU that reads a series, keeps a few numbers of it and writes it again from these: fewer numbers to learn "
                + "than lstm_autoencoder, and slower.";
    }

    @Override
    String word() {
        return "gru";
    }

    @Override
    Layer layer(int units, boolean bidirectional, boolean sequence) {
        return new Gru(units, bidirectional, sequence);
    }
}
