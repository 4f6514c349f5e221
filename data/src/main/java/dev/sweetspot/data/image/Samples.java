package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;

/** The samples of one image in as few bytes as they need: unsigned, height x width x channels, channels last. */
public sealed interface Samples {
    /** Bytes of 0..255. */
    @SuppressWarnings("ArrayRecordComponent") // millions of samples: never compared, never copied
    record Bytes(byte[] values) implements Samples {
        @Override
        public int at(int i) {
            return values[i] & 0xff;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public Depth depth() {
            return Depth.U8;
        }
    }

    /** Shorts of 0..65535. */
    @SuppressWarnings("ArrayRecordComponent") // millions of samples: never compared, never copied
    record Shorts(short[] values) implements Samples {
        @Override
        public int at(int i) {
            return values[i] & 0xffff;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public Depth depth() {
            return Depth.U16;
        }
    }

    /** Sample {@code i}. */
    int at(int i);

    /** How many there are. */
    int length();

    /** How they are stored. */
    Depth depth();

    /** What a value is computed from. */
    @FunctionalInterface
    interface Source {
        /** The value of sample {@code i}, within the depth's range. */
        int at(int i);
    }

    /** Samples computed one by one. */
    static Samples of(Depth depth, int length, Source source) {
        if (depth == Depth.U8) {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) source.at(i);
            }
            return new Bytes(bytes);
        }
        var shorts = new short[length];
        for (int i = 0; i < length; i++) {
            shorts[i] = (short) source.at(i);
        }
        return new Shorts(shorts);
    }
}
