package dev.sweetspot.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;

/**
 * Counts the directories of a TIFF by its chain. The JDK's reader follows a chain that is a loop for ever, so that the
 * chain is walked here first.
 */
final class TiffPages {
    private static final int MOST_PAGES = 64;
    private static final int ENTRY_BYTES = 12;

    private TiffPages() {}

    static int count(byte[] bytes) throws BadImageException {
        var buffer = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var seen = new HashSet<Integer>();
        try {
            int offset = buffer.getInt(4);
            while (offset != 0) {
                if (!seen.add(offset)) {
                    throw new BadImageException("has a chain of pages that runs in a circle");
                }
                if (seen.size() > MOST_PAGES) {
                    throw new BadImageException("has more than " + MOST_PAGES + " pages");
                }
                int entries = buffer.getShort(offset) & 0xffff;
                offset = buffer.getInt(offset + 2 + entries * ENTRY_BYTES);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BadImageException("is damaged or ends too early");
        }
        if (seen.isEmpty()) {
            throw new BadImageException("has no pages");
        }
        return seen.size();
    }
}
