package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final int IMAGES = 50_000;

    @Test
    void trialsAreShortWhereTheLastTrainingIsFourTimesAsLong() {
        // An epoch takes 50 seconds: of ten minutes five are for the search, and nearly five for the last training.
        var speed = new Speed(1e-3, IMAGES, IMAGES, 12, 1);
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();

        assertThat(speed.areShort(1, end, 2)).isTrue();
        assertThat(speed.areShort(2, end, 2)).isFalse();
        assertThat(speed.areShort(2, end, 4)).isTrue();
    }

    @Test
    void trialsAreNotShortWhereTheLastTrainingIsNoLongerThanItMayBe() {
        var speed = new Speed(1e-7, IMAGES, IMAGES, 12, 1);
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();

        assertThat(speed.areShort(speed.epochsOfATrial(end, 4), end, 4)).isFalse();
    }

    @Test
    void trialsOfManyEpochsCanTellHoweverLongTheLastTrainingIs() {
        var speed = new Speed(1e-5, IMAGES, IMAGES, 12, 1);
        long end = System.nanoTime() + Duration.ofHours(2).toNanos();

        assertThat(speed.areShort(10, end, 2)).isTrue();
        assertThat(speed.areShort(11, end, 2)).isFalse();
    }

    @Test
    void trialsAreNotShortWithoutAClock() {
        assertThat(new Speed(1e-3, IMAGES, IMAGES, 12, 1).areShort(1, Long.MAX_VALUE, 4))
                .isFalse();
    }
}
