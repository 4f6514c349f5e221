package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What was said of this call reaches the workers of a cluster: as arguments that mean the same there. */
class WorkerArgumentsTest {
    @Command
    private static final class Options {
        @Mixin
        private TrialOptions trying = new TrialOptions();

        @Mixin
        private MovedData data = new MovedData();

        @Mixin
        private DeviceOptions devices = new DeviceOptions();

        @Mixin
        private StoreOptions stores = new StoreOptions();

        static Options of(String... arguments) {
            var options = new Options();
            new CommandLine(options).parseArgs(arguments);
            return options;
        }
    }

    @Test
    void theRulesOfTrialsAreReadAsTheyWereMeant() {
        var rules = new TrialRules(true, Optional.of(0.5), OptionalLong.of((1L << 31) + 7));

        assertThat(Options.of(rules.asArguments().toArray(String[]::new)).trying.rules())
                .isEqualTo(rules);
        assertThat(TrialRules.NONE.asArguments()).isEmpty();
    }

    @Test
    void processesOfTheirOwnAreTakenBackAndSoIsWhatCountsOnlyForThem() {
        var ofStudy = new TrialRules(true, Optional.of(0.5), OptionalLong.of(1L << 31));
        var inThreads = new TrialRules(false, Optional.of(0.5), OptionalLong.empty());
        var given = Options.of("--no-isolate").trying;

        assertThat(Options.of().trying.or(ofStudy)).isEqualTo(ofStudy);
        assertThat(given.or(ofStudy)).isEqualTo(inThreads);
        var told = given.asArguments(given.or(ofStudy)).toArray(String[]::new);
        assertThat(Options.of(told).trying.or(ofStudy)).isEqualTo(inThreads);
        assertThatThrownBy(() -> Options.of("--no-isolate", "--isolate").trying.check())
                .hasMessageContaining("--no-isolate = true: is the opposite of --isolate");
        assertThatThrownBy(() -> Options.of("--no-isolate", "--trial-memory", "1GB")
                        .trying
                        .or(ofStudy))
                .hasMessageContaining("counts only with --isolate");
    }

    @Test
    void roomPlaceAndDeviceAreToldAsTheyWereGiven() {
        var given = Options.of("--quota", "5GB", "--data", "cells", "--device", "cpu");

        assertThat(given.stores.quotaAsArguments()).containsExactly("--quota", "5GB");
        assertThat(given.devices.asArguments()).containsExactly("--device", "cpu");
        assertThat(given.data.asArguments())
                .containsExactly("--data", Path.of("cells").toAbsolutePath().toString());
        var nothing = Options.of();
        assertThat(nothing.stores.quotaAsArguments()).isEmpty();
        assertThat(nothing.devices.asArguments()).isEmpty();
        assertThat(nothing.data.asArguments()).isEmpty();
    }
}
