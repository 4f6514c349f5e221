/** What the server answers about studies, of whatever workload, in whichever stores. */
@NullMarked
package dev.sweetspot.server.studies;

import org.jspecify.annotations.NullMarked;
