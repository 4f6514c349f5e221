/** What a parameter chooses among by name: optimisers, schedules, losses. Each is one record that knows its own parameters. */
@NullMarked
package dev.sweetspot.deep.option;

import org.jspecify.annotations.NullMarked;
