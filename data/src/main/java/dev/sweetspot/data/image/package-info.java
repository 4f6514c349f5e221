/** From the bytes of one image file to plain samples of a wanted shape; nothing here knows of data sets. */
@NullMarked
package dev.sweetspot.data.image;

import org.jspecify.annotations.NullMarked;
