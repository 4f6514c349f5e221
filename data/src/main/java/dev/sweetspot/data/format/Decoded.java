package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.image.BadImageException;
import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.data.image.Resampler;
import java.io.IOException;

/** What became of one file. */
sealed interface Decoded {
    /** It cannot be used. */
    record Bad(String reason) implements Decoded {}

    /** Its samples in the size of the set, 16 bits each so that they take little room until the set is built. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never copied
    record Picture(int height, int width, int channels, Depth depth, short[] samples) implements Decoded {
        void putInto(ImageSetBuilder builder, int index, int wantedChannels, Depth wantedDepth) {
            int pixels = height * width;
            int factor = wantedDepth == Depth.U16 && depth == Depth.U8 ? 257 : 1;
            var wide = new short[pixels * wantedChannels];
            for (int i = 0; i < wide.length; i++) {
                // A grey image among coloured ones has three equal channels.
                int source = channels == wantedChannels ? i : i / wantedChannels;
                wide[i] = (short) ((samples[source] & 0xffff) * factor);
            }
            if (wantedDepth == Depth.U16) {
                builder.put(index, wide);
                return;
            }
            var narrow = new byte[wide.length];
            for (int i = 0; i < wide.length; i++) {
                narrow[i] = (byte) wide[i];
            }
            builder.put(index, narrow);
        }
    }

    static Decoded of(Item item, Sizes.Size size) {
        try {
            var raw = ImageDecoder.decode(item.bytes().read());
            var resized = Resampler.resize(raw, new ImageShape(size.height(), size.width(), raw.channels()));
            var samples = new short[resized.samples().length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) resized.samples()[i];
            }
            return new Picture(size.height(), size.width(), raw.channels(), raw.depth(), samples);
        } catch (BadImageException bad) {
            return new Bad(bad.getMessage() == null ? "cannot be read" : bad.getMessage());
        } catch (IOException e) {
            return new Bad("cannot be read");
        }
    }
}
