/**
 * The layers of networks: each is one record that knows its name in files, the shape of what it gives, its weights and
 * its arithmetic. Images flow as N x C x H x W with channels last in memory, sequences as N x T x C, rows as N x C.
 */
@NullMarked
package dev.sweetspot.deep.network.layer;

import org.jspecify.annotations.NullMarked;
