package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static Standing standing(int trial, double violation, Double... losses) {
        return new Standing(trial, violation, List.of(losses));
    }

    @Test
    void limitsComeBeforeLossesAndTrialsWithoutNumbersLast() {
        var order = Standing.inOrder(List.of(
                standing(0, 0),
                standing(1, 0.5, 0.1),
                standing(2, 0, 0.9),
                standing(3, 0.2, 0.7),
                standing(4, 0, 0.3),
                standing(5, 0, 0.9)));
        assertThat(order.stream().map(Standing::trial)).containsExactly(4, 2, 5, 3, 1, 0);
        assertThat(Standing.better(order, standing(6, 0, 0.5))).isEqualTo(1);
        assertThat(Standing.better(order, standing(6, 0.3, 0.5))).isEqualTo(4);
    }

    @Test
    void frontsComeInTurnAndTheEndsOfAFrontBeforeItsMiddle() {
        var order = Standing.inOrder(List.of(
                standing(0, 0, 3.0, 3.0),
                standing(1, 0, 1.0, 4.0),
                standing(2, 0, 2.0, 2.9),
                standing(3, 0, 2.1, 2.8),
                standing(4, 0, 4.0, 1.0),
                standing(5, 1, 0.0, 0.0)));
        assertThat(order.stream().map(Standing::trial)).containsExactly(1, 4, 3, 2, 0, 5);
        assertThat(Standing.better(order, standing(6, 0, 3.5, 3.5))).isEqualTo(5);
        assertThat(Standing.better(order, standing(6, 0, 0.5, 9.0))).isZero();
    }
}
