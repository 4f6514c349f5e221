package dev.sweetspot.deep.family;

/**
 * A parameter that has nothing to act on, because of what another one is.
 *
 * @param name of the parameter
 * @param cause the name of the other one
 * @param why to go on after the parameter's value: "has nothing to act on with layers=0"
 * @param remedy what else the other one could be: "layers=1"
 */
public record Idle(String name, String cause, String why, String remedy) {}
