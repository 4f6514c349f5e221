package dev.sweetspot.space;

import java.util.List;
import java.util.stream.Collectors;

/** Whether any configuration of a space keeps all its relations: shown by one, proved impossible, or not known. */
public sealed interface Feasibility {
    /** As a message to a person. */
    String inWords();

    /** At least one does: this one. */
    record Feasible(Configuration example) implements Feasibility {
        @Override
        public String inWords() {
            return "feasible: for instance " + example;
        }
    }

    /**
     * None does, and that is proved.
     *
     * @param atFault relations that cannot hold together; without any one of them the others can, or were not proved
     *     impossible
     */
    record Empty(List<Relation> atFault) implements Feasibility {
        /** Keeps a copy. */
        public Empty {
            atFault = List.copyOf(atFault);
        }

        @Override
        public String inWords() {
            return "relations = "
                    + atFault.stream().map(Relation::inWords).collect(Collectors.joining("; "))
                    + ": no configuration keeps "
                    + (atFault.size() == 1 ? "it within the ranges" : "all of these within the ranges")
                    + ". Maybe widen a range, or drop one of them?";
        }
    }

    /**
     * Neither a configuration nor a proof was found within the limit.
     *
     * @param steps linear programs that were solved
     */
    record Undecided(int steps) implements Feasibility {
        @Override
        public String inWords() {
            return "relations: neither a configuration that keeps them nor a proof that there is none was found within "
                    + steps + " steps. Maybe start from fewer relations?";
        }
    }
}
