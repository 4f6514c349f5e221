package dev.sweetspot.data.image;

/**
 * What the segments of a JPEG say before its pixels (ITU T.81, annex B). The JDK's reader fills up a file that was cut
 * off with grey, and gives four channels raw: both need a look of our own.
 *
 * @param inks whether the file has four channels: cyan, magenta, yellow, black
 * @param adobe whether Adobe's segment is there: then inks are written inverted, 255 is no ink
 * @param luminance whether the first three of four channels are Y, Cb, Cr (Adobe's transform 2)
 * @param complete whether an end marker follows the pixels
 */
record JpegMarkers(boolean inks, boolean adobe, boolean luminance, boolean complete) {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int ADOBE = 0xee;
    private static final int ADOBE_TRANSFORM = 11;

    static JpegMarkers of(byte[] bytes) {
        boolean inks = false;
        boolean adobe = false;
        boolean luminance = false;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return new JpegMarkers(inks, adobe, luminance, endsAfter(bytes, at));
            }
            int length = (bytes[at + 2] & 0xff) * 256 + (bytes[at + 3] & 0xff);
            if (isFrame(marker) && at + 9 < bytes.length) {
                inks = bytes[at + 9] == 4;
            }
            if (marker == ADOBE && at + 4 + ADOBE_TRANSFORM < bytes.length && bytes[at + 4] == 'A') {
                adobe = true;
                luminance = bytes[at + 4 + ADOBE_TRANSFORM] == 2;
            }
            at += 2 + length;
        }
        return new JpegMarkers(inks, adobe, luminance, false);
    }

    private static boolean isFrame(int marker) {
        // C4, C8 and CC lie among the frames' numbers and are none.
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Inside the pixels 0xff is followed by 0 or a restart number, so that an end marker is one. */
    private static boolean endsAfter(byte[] bytes, int scan) {
        for (int i = bytes.length - 1; i > scan; i--) {
            if ((bytes[i] & 0xff) == END_OF_IMAGE && (bytes[i - 1] & 0xff) == 0xff) {
                return true;
            }
        }
        return false;
    }

    /** Inks to red, green and blue, without colour profiles. */
    RawImage toRgb(RawImage raw) {
        var samples = Samples.of(raw.depth(), raw.pixels() * 3, i -> {
            int pixel = i / 3 * 4;
            int colour = i % 3;
            int black =
                    adobe ? raw.samples().at(pixel + 3) : 255 - raw.samples().at(pixel + 3);
            int light = luminance
                    ? 255 - fromLuminance(raw.samples(), pixel, colour)
                    : raw.samples().at(pixel + colour);
            return Math.round((adobe ? light : 255 - light) * black / 255f);
        });
        return new RawImage(raw.height(), raw.width(), 3, samples);
    }

    /** JFIF 1.02, page 3. */
    private static int fromLuminance(Samples samples, int pixel, int colour) {
        int y = samples.at(pixel);
        int blue = samples.at(pixel + 1) - 128;
        int red = samples.at(pixel + 2) - 128;
        double value =
                switch (colour) {
                    case 0 -> y + 1.402 * red;
                    case 1 -> y - 0.34414 * blue - 0.71414 * red;
                    default -> y + 1.772 * blue;
                };
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
