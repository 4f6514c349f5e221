package dev.sweetspot.trial;

import dev.sweetspot.space.Configuration;

/**
 * A configuration that a person wants to be tried, and that no trial has taken yet.
 *
 * @param version the version of the history that first had it: the origin of the trial that takes it names it
 */
public record Waiting(long version, Configuration configuration) {}
