package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.image.BadImageException;
import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Samples;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Objects;

/** What became of one file. */
sealed interface Decoded {
    /** It cannot be used. */
    record Bad(String reason) implements Decoded {}

    /** Its samples in the size of the set. */
    record Picture(RawImage image) implements Decoded {
        int channels() {
            return image.channels();
        }

        Depth depth() {
            return image.depth();
        }

        /** A grey image among coloured ones has three equal channels. */
        void putInto(ImageSetBuilder builder, int index, int wantedChannels, Depth wantedDepth) {
            var fitting = wantedChannels == image.channels() ? image : image.asColour();
            var samples = fitting.asDepth(wantedDepth).samples();
            if (samples instanceof Samples.Bytes bytes) {
                builder.put(index, bytes.values());
            } else if (samples instanceof Samples.Shorts shorts) {
                builder.put(index, shorts.values());
            }
        }
    }

    static Decoded of(Item item, Sizes.Size size) {
        try {
            return new Picture(ImageDecoder.decode(item.bytes().read(), size.height(), size.width()));
        } catch (BadImageException bad) {
            return new Bad(bad.getMessage() == null ? "cannot be read" : bad.getMessage());
        } catch (Item.Unreadable e) {
            return new Bad(Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
        } catch (AccessDeniedException e) {
            return new Bad("is not yours to read");
        } catch (IOException | OutOfMemoryError e) {
            return new Bad("cannot be read");
        }
    }
}
