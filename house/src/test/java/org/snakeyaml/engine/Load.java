package org.snakeyaml.engine;

/** Stands in for a class of the YAML parser. */
public final class Load {}
