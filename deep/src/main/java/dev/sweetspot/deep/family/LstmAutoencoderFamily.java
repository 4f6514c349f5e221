package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Lstm;

/** Autoencoders of {@link Lstm} layers. */
public final class LstmAutoencoderFamily extends RecurrentAutoencoderFamily {
    @Override
    public String name() {
        return "lstm_autoencoder";
    }

    @Override
    public String help() {
        return "An LSTM that reads a series, keeps a few numbers of it and writes it again from these: follows how a series "
                + "goes, of any length.";
    }

    @Override
    String word() {
        return "lstm";
    }

    @Override
    Layer layer(int units, boolean bidirectional, boolean sequence) {
        return new Lstm(units, bidirectional, sequence);
    }
}
