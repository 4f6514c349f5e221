/** Networks that begin with what another training has learnt: exact layouts of known networks, and weights from files. */
@NullMarked
package dev.sweetspot.deep.transfer;

import org.jspecify.annotations.NullMarked;
