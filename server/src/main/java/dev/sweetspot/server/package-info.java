/** What answers over HTTP: routes as data, their safety, live events, and the files of the page. */
@NullMarked
package dev.sweetspot.server;

import org.jspecify.annotations.NullMarked;
