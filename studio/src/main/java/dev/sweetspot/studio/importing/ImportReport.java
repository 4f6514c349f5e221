package dev.sweetspot.studio.importing;

import dev.sweetspot.data.Skipped;
import java.util.List;

/**
 * What an import brought.
 *
 * @param added how many images are new
 * @param returned how many had been removed and are there again
 * @param known how many were in the project already
 * @param skipped files that were not taken in, with the reasons
 * @param notes what a person should know, as whole sentences
 */
public record ImportReport(int added, int returned, int known, List<Skipped> skipped, List<String> notes) {
    /** Keeps copies. */
    public ImportReport {
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }
}
