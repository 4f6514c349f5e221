package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against counting by hand. */
class EarlyStoppingTest {
    private static final double[] LOSSES = {1, 0.9, 0.895, 0.893, 0.7, 0.7, 0.7, 0.7, 0.69, 0.8, 0.8, 0.8, 0.8};

    /** The epoch after which it ends, counted from 1; 0 for never. */
    private static int end(EarlyStopping stopping, double... losses) {
        Optional<EarlyStopping.Mark> mark = Optional.empty();
        for (int i = 0; i < losses.length; i++) {
            mark = stopping.after(mark, i + 1, losses[i]);
            if (stopping.ends(mark, i + 1)) {
                return i + 1;
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource({
        // epochs 6, 7, 8 are no better than 5: with a patience of 3 it ends after 8
        "3, 0, 0, 8",
        "1, 0, 0, 6",
        "4, 0, 0, 13",
        "5, 0, 0, 0",
        // 0.895 and 0.893 are better than 0.9 by less than 0.01
        "2, 0.01, 0, 4",
        "3, 0.01, 0, 8",
        // 0.69 is better than 0.7 by no more than 0.0100001
        "4, 0.0100001, 0, 9",
        // the first epoch that counts is the 7th: the 8th is no better
        "1, 0, 7, 8",
        // the 9th is better, the next ones are not
        "3, 0, 7, 12"
    })
    void itEndsWhenPatienceIsLost(int patience, double minDelta, int startEpoch, int expected) {
        var stopping = new EarlyStopping(Optional.empty(), patience, minDelta, true, startEpoch);
        assertThat(end(stopping, LOSSES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 4"})
    void whatIsNoNumberIsNeverBetter(int patience, int expected) {
        var stopping = new EarlyStopping(Optional.empty(), patience, 0, true, 0);
        assertThat(end(stopping, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .isEqualTo(expected);
    }
}
