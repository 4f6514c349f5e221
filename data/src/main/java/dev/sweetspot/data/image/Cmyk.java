package dev.sweetspot.data.image;

/** Cyan, magenta, yellow and black to red, green and blue, without colour profiles. */
final class Cmyk {
    private Cmyk() {}

    /** @param inverted four channels as Adobe writes them into JPEG: 255 is no ink */
    static RawImage toRgb(RawImage inverted) {
        int size = inverted.height() * inverted.width();
        var samples = new int[size * 3];
        for (int i = 0; i < size; i++) {
            int black = inverted.samples()[4 * i + 3];
            for (int c = 0; c < 3; c++) {
                samples[3 * i + c] = inverted.samples()[4 * i + c] * black / 255;
            }
        }
        return new RawImage(inverted.height(), inverted.width(), 3, inverted.depth(), samples);
    }
}
