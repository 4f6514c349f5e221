package dev.sweetspot.studio.importing;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Samples;
import dev.sweetspot.studio.project.ImageFacts;
import dev.sweetspot.studio.project.Originals;
import java.nio.ByteBuffer;

/** What is seen of a decoded image. */
final class Facts {
    private static final int LOOK = 32;
    private static final int SHAPE = 16;

    private Facts() {}

    static ImageFacts of(RawImage image) {
        return new ImageFacts(
                image.height(),
                image.width(),
                image.channels(),
                image.depth() == Depth.U8 ? 8 : 16,
                look(image),
                blank(image));
    }

    private static boolean blank(RawImage image) {
        var samples = image.samples();
        int channels = image.channels();
        for (int i = channels; i < samples.length(); i++) {
            if (samples.at(i) != samples.at(i - channels)) {
                return false;
            }
        }
        return true;
    }

    private static String look(RawImage image) {
        var samples = image.samples();
        int bytes = samples.length() * image.depth().bytes();
        var buffer = ByteBuffer.allocate(SHAPE + bytes)
                .putInt(image.height())
                .putInt(image.width())
                .putInt(image.channels())
                .putInt(image.depth().bytes());
        if (samples instanceof Samples.Bytes eight) {
            buffer.put(eight.values());
        } else if (samples instanceof Samples.Shorts sixteen) {
            buffer.asShortBuffer().put(sixteen.values());
        }
        return Originals.hash(buffer.array()).substring(0, LOOK);
    }
}
