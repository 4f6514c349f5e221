/** What trains on data and can be measured: the seam between those who train and the job. */
@NullMarked
package dev.sweetspot.data.learner;

import org.jspecify.annotations.NullMarked;
