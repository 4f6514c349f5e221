package dev.sweetspot.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people read them. */
final class Moments {
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Moments() {}

    /** "2026-11-21 14:05", as the person's own clock shows it. */
    static String inWords(Instant moment) {
        return TO_THE_MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }
}
