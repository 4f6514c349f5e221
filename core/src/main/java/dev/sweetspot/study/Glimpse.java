package dev.sweetspot.study;

import dev.sweetspot.trial.Measurements;

/**
 * What a trial of this process is at between two reports, for whoever watches now. It is kept nowhere, decides nothing, and
 * comes as often as the workload likes.
 *
 * @param trial its number
 * @param fidelity how far it is, between that of its last report and that of its next
 */
public record Glimpse(int trial, double fidelity, Measurements values) {}
