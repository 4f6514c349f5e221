package dev.sweetspot.job.planted;

import dev.sweetspot.cli.Main;

/** Planted: somebody imports the command line. */
public final class JobThatImportsTheCommandLine {
    Class<?> main = Main.class;
}
