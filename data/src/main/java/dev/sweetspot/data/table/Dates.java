package dev.sweetspot.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** Dates as ISO 8601 writes them, 2024-05-31 or 2024-05-31 17:30:00, as days since the beginning of 1970 (UTC). */
final class Dates {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z?)?");
    private static final double SECONDS = 86_400;

    private Dates() {}

    /** Whether all of them are dates. */
    static boolean all(List<String> words) {
        return !words.isEmpty() && words.stream().allMatch(word -> !Double.isNaN(days(word)));
    }

    /** Days since the beginning of 1970; NaN if it is no date. */
    static double days(String word) {
        if (!SHAPE.matcher(word).matches()) {
            return Double.NaN;
        }
        try {
            if (word.length() == 10) {
                return LocalDate.parse(word).toEpochDay();
            }
            var plain = word.replace(' ', 'T').replace("Z", "");
            var moment = LocalDateTime.parse(plain, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            return moment.toLocalDate().toEpochDay() + moment.toLocalTime().toSecondOfDay() / SECONDS;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
