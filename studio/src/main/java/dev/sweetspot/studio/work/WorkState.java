package dev.sweetspot.studio.work;

/** How a work stands. */
public sealed interface WorkState {
    /** For pages: "running". */
    String word();

    /** Its process is there. */
    record Running(long pid) implements WorkState {
        @Override
        public String word() {
            return "running";
        }
    }

    /** It came to its end, and has its result. */
    record Done() implements WorkState {
        @Override
        public String word() {
            return "done";
        }
    }

    /** It was put aside, or its process was lost; it can be gone on with, and nothing that was reported is gone. */
    record Paused() implements WorkState {
        @Override
        public String word() {
            return "paused";
        }
    }

    /**
     * It did not come to its end.
     *
     * @param message why, for people
     */
    record Failed(String message) implements WorkState {
        @Override
        public String word() {
            return "failed";
        }
    }
}
