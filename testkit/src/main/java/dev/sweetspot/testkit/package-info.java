/**
 * What every implementation of a seam has to keep, as tests: extend a contract, say how to make yours, and run it with
 * JUnit. Beside them assertions on distributions with an error budget, and golden files with their birth certificate.
 */
@NullMarked
package dev.sweetspot.testkit;

import org.jspecify.annotations.NullMarked;
