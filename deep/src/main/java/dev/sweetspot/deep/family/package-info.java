/** Families of networks with their part of the search space, and the workload that trains them on images. */
@NullMarked
package dev.sweetspot.deep.family;

import org.jspecify.annotations.NullMarked;
