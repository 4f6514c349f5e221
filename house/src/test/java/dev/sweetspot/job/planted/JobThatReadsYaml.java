package dev.sweetspot.job.planted;

import org.snakeyaml.engine.Load;

/** Planted: a parser outside the rooms for it. */
public final class JobThatReadsYaml {
    Load load = new Load();
}
