package dev.sweetspot.data;

/** How one sample of a pixel is stored: an unsigned whole number of 8 or 16 bits. */
public enum Depth {
    /** 0..255, one byte. */
    U8(1, 255),
    /** 0..65535, two bytes in native order. */
    U16(2, 65_535);

    private final int bytes;
    private final int highest;

    Depth(int bytes, int highest) {
        this.bytes = bytes;
        this.highest = highest;
    }

    /** Bytes a sample: 1 or 2. */
    public int bytes() {
        return bytes;
    }

    /** The highest value a sample can take: 255 or 65535. Dividing by it maps samples to 0..1. */
    public int highest() {
        return highest;
    }
}
