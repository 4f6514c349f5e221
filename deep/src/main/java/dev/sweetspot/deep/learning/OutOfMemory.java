package dev.sweetspot.deep.learning;

import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;

/** A training whose memory ran out has failed, and the program goes on with the next one. */
final class OutOfMemory {
    private OutOfMemory() {}

    /** What computes. */
    interface Work<T> {
        T done() throws TrialFailure, InterruptedException;
    }

    /** The result of work; where the engine or Java says that memory ran out, so does this, in words. */
    static <T> T told(Work<T> work) throws TrialFailure, InterruptedException {
        try {
            return work.done();
        } catch (OutOfMemoryError e) {
            throw failure(e);
        } catch (RuntimeException e) {
            if (Native.isOutOfMemory(e)) {
                throw failure(e);
            }
            throw e;
        }
    }

    private static TrialFailure failure(Throwable cause) {
        var failure = new TrialFailure(
                Outcome.Cause.OUT_OF_MEMORY, "the memory ran out. Maybe a smaller batch_size or network?");
        failure.initCause(cause);
        return failure;
    }
}
