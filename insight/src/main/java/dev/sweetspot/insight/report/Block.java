package dev.sweetspot.insight.report;

import dev.sweetspot.insight.chart.Chart;
import java.util.List;

/** A part of a report. All of its texts are plain: names of people's parameters and classes may hold any character. */
public sealed interface Block {
    /** Sentences that are read one after the other. */
    record Words(List<String> sentences) implements Block {
        /** Keeps a copy. */
        public Words {
            sentences = List.copyOf(sentences);
        }

        /** These sentences. */
        public static Words of(String... sentences) {
            return new Words(List.of(sentences));
        }
    }

    /** Sentences that stand for themselves, each with what it means to the reader. */
    record Points(List<Point> points) implements Block {
        /** Keeps a copy. */
        public Points {
            points = List.copyOf(points);
        }
    }

    /** One sentence, and what to do about it; empty for nothing. */
    record Point(Weight weight, String sentence, String advice) {}

    /** What a sentence means to the reader. */
    enum Weight {
        /** All is well. */
        GOOD,
        /** Worth knowing. */
        NOTE,
        /** Something is wrong, or less sure than it looks. */
        WARNING
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Block {
        /** Keeps a copy. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name and its value. */
    record Fact(String name, String value) {}

    /**
     * A table.
     *
     * @param caption what is in it; empty for none
     * @param folded whether it is shown only on demand
     */
    record Grid(String caption, List<String> head, List<List<String>> rows, boolean folded) implements Block {
        /** Keeps copies. */
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture.
     *
     * @param question that it answers
     */
    record Picture(String question, Chart chart) implements Block {}

    /** A text to take away: a paragraph for a paper, a command. */
    record Quotation(String text, boolean code) implements Block {}
}
