package dev.sweetspot.trackers.tensorboard;

import dev.sweetspot.trial.Measurements;
import java.time.Instant;
import java.util.Map;

/** The events that stand in files of TensorBoard, as framed records. */
final class Events {
    private static final String VERSION = "brain.Event:2";
    private static final String SCALARS = "scalars";
    private static final String HPARAMS = "hparams";
    private static final int FLOAT = 1;
    private static final int OF_SCALARS = 1;
    private static final int OF_TENSORS = 2;

    private Events() {}

    /** What each file begins with. */
    static byte[] version(Instant at) {
        return Records.framed(
                new Message().real(1, seconds(at)).text(3, VERSION).toBytes());
    }

    /** Named numbers of one step. */
    static byte[] scalars(Instant at, long step, Measurements values) {
        var summary = new Message();
        for (Map.Entry<String, Double> value : values.values().entrySet()) {
            // TensorBoard's own loader takes scalars of 32 bits only.
            var tensor = new Message()
                    .whole(1, FLOAT)
                    .message(2, new Message())
                    .floats(5, value.getValue().floatValue());
            summary.message(1, value(value.getKey(), SCALARS, new byte[0], OF_SCALARS, tensor));
        }
        return Records.framed(new Message()
                .real(1, seconds(at))
                .whole(2, step)
                .message(5, summary)
                .toBytes());
    }

    /**
     * What the view of hyperparameters reads.
     *
     * @param content an {@code HParamsPluginData}
     */
    static byte[] hparams(Instant at, String tag, Message content) {
        // A list of no numbers: all of it is in the metadata.
        var tensor = new Message().whole(1, FLOAT).message(2, new Message().message(2, new Message()));
        var summary = new Message().message(1, value(tag, HPARAMS, content.toBytes(), OF_TENSORS, tensor));
        return Records.framed(
                new Message().real(1, seconds(at)).message(5, summary).toBytes());
    }

    private static Message value(String tag, String plugin, byte[] content, int kind, Message tensor) {
        var data = new Message().text(1, plugin).bytes(2, content);
        return new Message()
                .text(1, tag)
                .message(8, tensor)
                .message(9, new Message().message(1, data).whole(4, kind));
    }

    /** Since 1970. */
    static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }
}
