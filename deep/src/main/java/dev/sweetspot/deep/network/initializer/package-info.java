/** What kernels are before anything is learnt. */
@NullMarked
package dev.sweetspot.deep.network.initializer;

import org.jspecify.annotations.NullMarked;
