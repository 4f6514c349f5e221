package dev.sweetspot.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which pages of a TIFF are the channels of its image (TIFF 6.0, sections 2 and 8). The JDK's reader follows a chain of
 * directories that is a loop for ever, so that the chain is walked here first.
 *
 * <p>Pages of another size than the first, and those that call themselves a smaller copy or a mask, are no channels. Where
 * ImageJ says how many channels there are, the first slice of the first frame is read.
 */
final class TiffPages {
    private static final int MOST_PAGES = 4096;
    private static final int MOST_CHANNELS = 16;
    private static final int ENTRY_BYTES = 12;
    private static final int SMALLER_COPY_OR_MASK = 1 | 4;
    private static final Pattern IMAGEJ_CHANNELS = Pattern.compile("(?m)^channels=(\\d{1,3})\\s*$");
    private static final Pattern IMAGEJ_STACK = Pattern.compile("(?m)^(slices|frames)=\\d+\\s*$");

    private TiffPages() {}

    /** One directory, as far as it matters here. */
    private record Directory(int width, int height, int bits, int format, int subfile, String description) {}

    /** The indices of the pages that hold channels, ascending; never empty. */
    static List<Integer> channels(byte[] bytes) throws BadImageException {
        var buffer = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            return channels(directories(buffer));
        } catch (IndexOutOfBoundsException e) {
            throw new BadImageException("is damaged or ends too early");
        }
    }

    private static List<Integer> channels(List<Directory> pages) throws BadImageException {
        var first = pages.get(0);
        if (first.bits() > 16 || first.format() == 2 || first.format() == 3) {
            throw new BadImageException("has samples that are not unsigned numbers of 8 or 16 bits");
        }
        var found = new ArrayList<Integer>();
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            boolean alike = page.width() == first.width()
                    && page.height() == first.height()
                    && page.bits() == first.bits()
                    && page.format() == first.format();
            if (i == 0 || (alike && (page.subfile() & SMALLER_COPY_OR_MASK) == 0)) {
                found.add(i);
            }
        }
        var said = IMAGEJ_CHANNELS.matcher(first.description());
        boolean stack = IMAGEJ_STACK.matcher(first.description()).find();
        if (said.find()) {
            return found.subList(0, Math.max(1, Math.min(found.size(), Integer.parseInt(said.group(1)))));
        }
        if (stack) {
            return found.subList(0, 1);
        }
        if (found.size() > MOST_CHANNELS) {
            throw new BadImageException("has " + found.size() + " pages, more than " + MOST_CHANNELS + " channels");
        }
        return found;
    }

    private static List<Directory> directories(ByteBuffer buffer) throws BadImageException {
        var seen = new HashSet<Integer>();
        var pages = new ArrayList<Directory>();
        int offset = buffer.getInt(4);
        while (offset != 0) {
            if (!seen.add(offset)) {
                throw new BadImageException("has a chain of pages that runs in a circle");
            }
            if (seen.size() > MOST_PAGES) {
                throw new BadImageException("has more than " + MOST_PAGES + " pages");
            }
            pages.add(directory(buffer, offset));
            offset = buffer.getInt(offset + 2 + entries(buffer, offset) * ENTRY_BYTES);
        }
        if (pages.isEmpty()) {
            throw new BadImageException("has no pages");
        }
        return pages;
    }

    private static int entries(ByteBuffer buffer, int offset) {
        return buffer.getShort(offset) & 0xffff;
    }

    private static Directory directory(ByteBuffer buffer, int offset) {
        int width = 0;
        int height = 0;
        int bits = 1;
        int format = 1;
        int subfile = 0;
        var description = "";
        for (int i = 0; i < entries(buffer, offset); i++) {
            int at = offset + 2 + i * ENTRY_BYTES;
            switch (buffer.getShort(at) & 0xffff) {
                case 254 -> subfile = number(buffer, at);
                case 256 -> width = number(buffer, at);
                case 257 -> height = number(buffer, at);
                case 258 -> bits = number(buffer, at);
                case 270 -> description = text(buffer, at);
                case 339 -> format = number(buffer, at);
                default -> {}
            }
        }
        return new Directory(width, height, bits, format, subfile, description);
    }

    /** The first number of an entry: shorts that do not fit into its four bytes lie elsewhere. */
    private static int number(ByteBuffer buffer, int entry) {
        boolean isShort = buffer.getShort(entry + 2) == 3;
        int count = buffer.getInt(entry + 4);
        if (!isShort) {
            return buffer.getInt(entry + 8);
        }
        return buffer.getShort(count <= 2 ? entry + 8 : buffer.getInt(entry + 8)) & 0xffff;
    }

    private static String text(ByteBuffer buffer, int entry) {
        int length = buffer.getInt(entry + 4);
        int from = length <= 4 ? entry + 8 : buffer.getInt(entry + 8);
        if (length < 0 || from < 0 || (long) from + length > buffer.capacity()) {
            return "";
        }
        var text = new byte[length];
        buffer.get(from, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
