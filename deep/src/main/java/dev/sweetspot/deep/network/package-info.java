/**
 * A network as data: a list of layer records whose shapes are checked in plain Java, and what follows from it: parameter
 * count, memory, the module that computes.
 */
@NullMarked
package dev.sweetspot.deep.network;

import org.jspecify.annotations.NullMarked;
