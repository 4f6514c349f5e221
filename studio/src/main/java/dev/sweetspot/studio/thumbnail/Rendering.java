package dev.sweetspot.studio.thumbnail;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.studio.project.ChannelForms;
import dev.sweetspot.studio.project.ChannelView;
import dev.sweetspot.studio.project.ChannelView.Contrast;
import dev.sweetspot.studio.project.Originals;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes colours of samples. Grey and coloured images of 8 bits are shown as they are, unless somebody said otherwise; every
 * other channel shines in its colour, brighter where its samples are higher, and the channels are added.
 *
 * @param channels how each channel is shown; images with another number of them are shown as usual
 */
public record Rendering(List<ChannelView> channels) {
    /** Nobody said anything. */
    public static final Rendering USUAL = new Rendering(List.of());

    /** Two that add up to white first: green and magenta are told apart by nearly everybody. */
    private static final List<String> SHINING =
            List.of("#00ff00", "#ff00ff", "#00a0ff", "#ffb000", "#ff4040", "#00ffff", "#ffff00", "#ffffff");

    private static final double OUTLIERS = 0.0035;
    private static final int MOST_LOOKED_AT = 1 << 16;

    /** Keeps a copy. */
    public Rendering {
        channels = List.copyOf(channels);
    }

    /** Ten hexadecimal digits that are the same for the same rendering. */
    public String key() {
        var text =
                Json.write(Form.of(channels.stream().map(ChannelForms::toForm).toList()));
        return Originals.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }

    /** How the channels of an image with so many of them are shown where nobody said. */
    public static List<ChannelView> usual(int channels) {
        var views = new ArrayList<ChannelView>();
        for (int c = 0; c < channels; c++) {
            var colour =
                    switch (channels) {
                        case 1 -> "#ffffff";
                        case 3 -> List.of("#ff0000", "#00ff00", "#0000ff").get(c);
                        default -> SHINING.get(c % SHINING.size());
                    };
            views.add(new ChannelView(colour, true, new Contrast.Automatic()));
        }
        return views;
    }

    /** The image in colours. */
    public BufferedImage draw(RawImage image) {
        boolean said = channels.size() == image.channels();
        boolean plain = !said && image.depth() == Depth.U8 && (image.channels() == 1 || image.channels() == 3);
        return plain ? plain(image) : shining(image, said ? channels : usual(image.channels()));
    }

    private static BufferedImage plain(RawImage image) {
        int step = image.channels();
        var samples = image.samples();
        var pixels = new int[image.height() * image.width()];
        for (int i = 0; i < pixels.length; i++) {
            int red = samples.at(i * step);
            int green = step == 1 ? red : samples.at(i * step + 1);
            int blue = step == 1 ? red : samples.at(i * step + 2);
            pixels[i] = red << 16 | green << 8 | blue;
        }
        return picture(image, pixels);
    }

    private static BufferedImage picture(RawImage image, int[] pixels) {
        var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), pixels, 0, image.width());
        return picture;
    }

    private static BufferedImage shining(RawImage image, List<ChannelView> views) {
        int pixels = image.height() * image.width();
        var sums = new float[pixels * 3];
        for (int c = 0; c < views.size(); c++) {
            if (views.get(c).visible()) {
                add(image, c, views.get(c), sums);
            }
        }
        var colours = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            colours[i] = level(sums[3 * i]) << 16 | level(sums[3 * i + 1]) << 8 | level(sums[3 * i + 2]);
        }
        return picture(image, colours);
    }

    private static int level(float value) {
        return Math.min(255, Math.round(value));
    }

    private static void add(RawImage image, int channel, ChannelView view, float[] sums) {
        var range = range(image, channel, view.contrast());
        int colour = Integer.parseInt(view.colour().substring(1), 16);
        float[] shares = {colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff};
        float width = Math.max(1, range[1] - range[0]);
        for (int i = 0; i < sums.length / 3; i++) {
            int value = image.samples().at(i * image.channels() + channel);
            float share = Math.max(0, Math.min(1, (value - range[0]) / width));
            for (int k = 0; k < 3; k++) {
                sums[3 * i + k] += share * shares[k];
            }
        }
    }

    /** What is dark and what is brightest, in the values of samples. */
    private static int[] range(RawImage image, int channel, Contrast contrast) {
        int highest = image.depth().highest();
        if (contrast instanceof Contrast.Range range) {
            return new int[] {(int) Math.round(range.low() * highest), (int) Math.round(range.high() * highest)};
        }
        int pixels = image.height() * image.width();
        int stride = Math.max(1, pixels / MOST_LOOKED_AT);
        var counts = new int[highest + 1];
        int looked = 0;
        for (int i = 0; i < pixels; i += stride) {
            counts[image.samples().at(i * image.channels() + channel)]++;
            looked++;
        }
        return new int[] {beyond(counts, looked, true), beyond(counts, looked, false)};
    }

    /** The lowest or the highest value that is no outlier. */
    private static int beyond(int[] counts, int looked, boolean fromBelow) {
        double outliers = looked * OUTLIERS;
        int seen = 0;
        int at = fromBelow ? 0 : counts.length - 1;
        while (true) {
            seen += counts[at];
            if (seen > outliers) {
                return at;
            }
            at += fromBelow ? 1 : -1;
        }
    }
}
