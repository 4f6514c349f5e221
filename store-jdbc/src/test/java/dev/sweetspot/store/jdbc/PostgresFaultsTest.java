package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresFaultsTest {
    @Test
    void whatTheServerSaysBecomesPartOfOneSentence() {
        var full = new SQLException(
                "ERROR: could not extend file \"base/5/16433\": No space left on device.\n  Hint: Check free disk space.",
                "53100");

        assertThat(PostgresFaults.explained("there", full))
                .hasMessage("store = there: ERROR: could not extend file \"base/5/16433\": No space left on device; "
                        + "Hint: Check free disk space. Maybe the disk of the database is full; what was acknowledged is "
                        + "safe, free some room and resume.");
    }
}
