/** Families of networks: each builds a network for the size of the data and has its own part of the search space. */
@NullMarked
package dev.sweetspot.deep.family;

import org.jspecify.annotations.NullMarked;
