package dev.sweetspot.server.asktell;

import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Study;
import java.util.Optional;

/** Who keeps the trials that were given out, and by what name. */
interface Custody {
    /** The name under which the next trial is given out. */
    String worker();

    /** Told of a trial that was given out, before anybody hears of it. */
    void given(ActiveTrial trial);

    /** Told that whoever has a trial is still there. */
    void heard(ActiveTrial trial);

    /** Told that whoever had a trial has told it. */
    void told(int trial);

    /** A trial that somebody was given by another process of this kind; empty when nobody has it. */
    Optional<ActiveTrial> again(Study study, int number);

    /** All are kept for as long as this process lives. */
    static Custody ofProcess(String worker) {
        return new Custody() {
            @Override
            public String worker() {
                return worker;
            }

            @Override
            public void given(ActiveTrial trial) {}

            @Override
            public void heard(ActiveTrial trial) {}

            @Override
            public void told(int trial) {}

            @Override
            public Optional<ActiveTrial> again(Study study, int number) {
                return Optional.empty();
            }
        };
    }
}
