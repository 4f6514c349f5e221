/** Studies in a SQL database. */
@NullMarked
package dev.sweetspot.store.jdbc;

import org.jspecify.annotations.NullMarked;
