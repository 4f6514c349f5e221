package dev.sweetspot.examples.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples find what is better than guessing, which is right half of the time. */
class LibrariesTest {
    @Test
    void aBoosterOfXgboostIsTuned() throws Exception {
        assertThat(TuneXgboost.best(5).value("error").orElseThrow()).isLessThan(0.3);
    }

    @Test
    void aKernelMachineOfTribuoIsTuned() throws Exception {
        assertThat(TuneTribuo.best(5).value("accuracy").orElseThrow()).isGreaterThan(0.7);
    }
}
