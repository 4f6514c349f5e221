package dev.sweetspot.insight.report;

import dev.sweetspot.insight.report.Report.Section;
import java.util.ArrayList;
import java.util.List;

/** Puts a report together. */
public final class Reporter {
    private Reporter() {}

    /** All that is known of a study, from the short to the long. */
    public static Report of(Told told) {
        var sections = new ArrayList<Section>();
        sections.add(SummarySection.of(told));
        WinnerSection.of(told).ifPresent(sections::add);
        TrustSection.of(told).ifPresent(sections::add);
        PredictionsSection.of(told).ifPresent(sections::add);
        sections.add(HealthSection.of(told));
        TrialsSection.of(told).ifPresent(sections::add);
        MatteredSection.of(told).ifPresent(sections::add);
        NextSection.of(told).ifPresent(sections::add);
        PictureSections.of(told).forEach(section -> add(section, sections));
        sections.add(SpaceSection.of(told));
        sections.add(MethodsSection.of(told));
        sections.add(AgainSection.of(told));
        return new Report(told.studied().name(), lead(told), sections);
    }

    /** What is said of a study in words, from the short to the long, without the pictures and what never changes. */
    public static Report words(Told told) {
        var sections = new ArrayList<Section>();
        sections.add(SummarySection.of(told));
        WinnerSection.of(told).ifPresent(sections::add);
        TrustSection.of(told).ifPresent(sections::add);
        sections.add(HealthSection.of(told));
        NextSection.of(told).ifPresent(sections::add);
        return new Report(told.studied().name(), lead(told), sections);
    }

    private static String lead(Told told) {
        return "A study of hyperparameters, as it stood at "
                + told.circumstances().at() + ".";
    }

    /** At the end, or below what a section of that id says. */
    private static void add(Section section, List<Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(section.id())) {
                sections.set(i, sections.get(i).and(section.blocks()));
                return;
            }
        }
        sections.add(section);
    }
}
