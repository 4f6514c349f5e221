package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Mixup;
import dev.sweetspot.deep.training.augmentation.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentedSheetTest {
    @Test
    void eachRowBeginsWithTheImageAsItIsStored() {
        var set = RandomImages.of(5, new ImageShape(8, 6, 3), Depth.U8);
        var changes = Augmentations.of(new Rotation(90), new Mixup(0.4));
        var sheet = AugmentedSheet.of(set, new int[] {4, 1}, changes, 3, 7);

        assertThat(sheet.getWidth()).isEqualTo(4 * 7 - 1);
        assertThat(sheet.getHeight()).isEqualTo(2 * 9 - 1);
        int changed = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 6; x++) {
                int stored = RandomImages.stored(set, 1, y, x, 0) << 16
                        | RandomImages.stored(set, 1, y, x, 1) << 8
                        | RandomImages.stored(set, 1, y, x, 2);
                assertThat(sheet.getRGB(x, 9 + y) & 0xffffff).isEqualTo(stored);
                changed += (sheet.getRGB(7 + x, 9 + y) & 0xffffff) == stored ? 0 : 1;
            }
        }
        assertThat(changed).isGreaterThan(24);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void imagesOfOtherChannelsAndSixteenBitsAreShownInGreyOverTheirOwnRange(int channels) {
        var set = RandomImages.of(3, new ImageShape(8, 8, channels), Depth.U16);
        var sheet = AugmentedSheet.of(set, new int[] {0, 1, 2}, Augmentations.NONE, 1, 7);
        int least = 255;
        int most = 0;
        for (int x = 0; x < 8; x++) {
            int colour = sheet.getRGB(x, 3) & 0xffffff;
            assertThat(colour % 0x010101).isZero();
            least = Math.min(least, colour & 0xff);
            most = Math.max(most, colour & 0xff);
        }
        assertThat(most - least).isGreaterThan(60);
    }
}
