package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;

/** A way to find what mattered. */
public sealed interface ImportanceMethod permits FunctionalAnova, PedAnova {
    /** What mattered for a number of a study; without any shares when there are too few trials to say. */
    Importances importances(Studied studied, Aspect aspect);
}
