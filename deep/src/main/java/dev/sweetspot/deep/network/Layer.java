package dev.sweetspot.deep.network;

import dev.sweetspot.form.InvalidInputException;

/** One layer of a network. Its input follows from the layers before it. */
public sealed interface Layer {
    /** The name in files: "convolution". */
    String kind();

    /**
     * Two-dimensional convolution with stride 1 that keeps height and width.
     *
     * @param filters output channels, at least 1
     * @param size height and width of the kernel, odd
     * @param bias whether a number is added to each channel; not where a normalisation follows
     */
    record Convolution(int filters, int size, boolean bias) implements Layer {
        /** Checks the ranges. */
        public Convolution {
            atLeastOne("filters", filters);
            if (size < 1 || size % 2 == 0) {
                throw new InvalidInputException("kernel size", size, "must be odd and above 0", "3?");
            }
        }

        @Override
        public String kind() {
            return "convolution";
        }
    }

    /**
     * Every output is a weighted sum of all inputs.
     *
     * @param units outputs, at least 1
     */
    record Dense(int units) implements Layer {
        /** Checks the range. */
        public Dense {
            atLeastOne("units", units);
        }

        @Override
        public String kind() {
            return "dense";
        }
    }

    /** Brings each channel to mean 0 and deviation 1 over the batch, then scales and shifts it (Ioffe, Szegedy 2015). */
    record BatchNorm() implements Layer {
        @Override
        public String kind() {
            return "batch_norm";
        }
    }

    /** A function of each number. */
    record Activation(ActivationFunction function) implements Layer {
        @Override
        public String kind() {
            return "activation";
        }
    }

    /**
     * The largest of each tile.
     *
     * @param size height and width of a tile, at least 2
     */
    record MaxPool(int size) implements Layer {
        /** Checks the range. */
        public MaxPool {
            if (size < 2) {
                throw new InvalidInputException("pool size", size, "must be at least 2", "2?");
            }
        }

        @Override
        public String kind() {
            return "max_pool";
        }
    }

    /** The mean of each channel over the image. */
    record GlobalAverage() implements Layer {
        @Override
        public String kind() {
            return "global_average";
        }
    }

    /** An image as one row of numbers, channels last. */
    record Flatten() implements Layer {
        @Override
        public String kind() {
            return "flatten";
        }
    }

    /**
     * Drops numbers at random while training.
     *
     * @param rate the share that is dropped, from 0 to below 1
     */
    record Dropout(double rate) implements Layer {
        /** Checks the range. */
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new InvalidInputException("dropout", rate, "must be from 0 to below 1", "0.3?");
            }
        }

        @Override
        public String kind() {
            return "dropout";
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new InvalidInputException(name, value, "must be at least 1", "32?");
        }
    }
}
