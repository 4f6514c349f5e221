package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files that browsers store. */
class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "report.html, report.html",
        "Zellen ä 🍯.csv, Zellen ä 🍯.csv",
        "../../etc/passwd, __.._etc_passwd",
        "a/b\\c:d.txt, a_b_c_d.txt",
        ".bashrc, _bashrc",
        "con, _con",
        "NUL.txt, _NUL.txt",
        "trailing. , trailing_",
        "a\u202egnp.exe, a_gnp.exe",
        "'a\r\nSet-Cookie: x', a__Set-Cookie_ x",
        "'', _"
    })
    void aNameIsOneFileOnEverySystem(String wanted, String name) {
        assertThat(SafeName.of(wanted)).isEqualTo(name);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(SafeName.of("🍯".repeat(200) + ".csv")).endsWith(".csv").hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void theHeaderIsPlainWhateverStandsInTheName() {
        assertThat(SafeName.disposition("a\";\r\n ä.csv"))
                .isEqualTo("attachment; filename=\"a____ _.csv\"; filename*=UTF-8''a____%20%C3%A4.csv");
    }
}
