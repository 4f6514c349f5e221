package dev.sweetspot.attic.planted;

/** Planted: a room that the plan does not have. */
public final class ClassOutsideThePlan {}
