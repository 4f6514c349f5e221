package dev.sweetspot.cli;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.server.studies.StudyLore;
import dev.sweetspot.study.Study;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What this command line knows of the studies that it has made, for pages that show them. */
final class MadeHere implements StudyLore {
    @Override
    public Optional<Choice> choice(Study study) {
        return StudyChoice.of(study);
    }

    @Override
    public Optional<Handed> handed(Study study) {
        return ResultFolder.of(study, "--result", Optional.empty()).handed();
    }

    @Override
    public boolean byHand(Study study) {
        return Errand.isByHand(study.spec().errand());
    }

    @Override
    public Told.Circumstances circumstances(String store) {
        return circumstancesOf(store, List.of());
    }

    /**
     * Now, this version on this machine.
     *
     * @param missing what cannot be told, in sentences
     */
    static Told.Circumstances circumstancesOf(String store, List<String> missing) {
        var java = "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        return new Told.Circumstances(Moments.inWords(Instant.now()), Version.OF_SWEETSPOT, java, store, missing);
    }
}
