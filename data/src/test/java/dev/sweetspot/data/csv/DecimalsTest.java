package dev.sweetspot.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static double parse(String text) {
        var bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 1, bytes.length - 1, (byte) '.');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "007",
                "1.",
                ".5",
                "-.5",
                "12.5e3",
                "1E-3",
                "1e+2",
                "9007199254740993",
                "0.1",
                "123456789012345678901234567890",
                "0.000000000000000000000000000000123",
                "4.9e-324",
                "1e400",
                "-1e-400",
                "000000000000000000000000000001.5",
                "3.00000000000000000000000000001"
            })
    void aNumberIsWhatJavaReads(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text) + 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1f",
                "0x1p3",
                "1d",
                "NaN",
                "Infinity",
                "1 000",
                "1,5",
                "--1",
                "1.2.3",
                "1e999999"
            })
    void nothingElseIsANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void manyRandomNumbersComeBackToTheLastBit() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(parse(Double.toString(value))).isEqualTo(value);
            }
            var shortly = String.format(Locale.ROOT, "%.4f", random.nextDouble(-1e5, 1e5));
            assertThat(parse(shortly)).isEqualTo(Double.parseDouble(shortly) + 0.0);
        }
    }

    @Test
    void aCommaMayBeThePoint() {
        var bytes = "-3,25".getBytes(StandardCharsets.UTF_8);
        assertThat(Decimals.parse(bytes, 0, bytes.length, (byte) ',')).isEqualTo(-3.25);
    }
}
