/**
 * Trials in processes of their own: a crash, a hang or a lack of memory ends one trial and not the study (floor 5). The
 * engine stays where it is; only what a workload does is done elsewhere.
 */
@NullMarked
package dev.sweetspot.isolation;

import org.jspecify.annotations.NullMarked;
