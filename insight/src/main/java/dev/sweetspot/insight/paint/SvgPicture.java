package dev.sweetspot.insight.paint;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Points in a plane as an SVG image, for papers and slides: the same description that pages paint in a browser. Layers have the
 * colours of the series in pages, and four more after them, that people who see few colours can
 * tell apart; a shade goes from blue to orange.
 */
public final class SvgPicture {
    private static final int SIDE = 640;
    private static final int MARGIN = 20;
    private static final int HEAD = 40;
    private static final int LEGEND = 200;
    private static final int ROW = 20;

    private static final List<String> COLOURS = List.of(
            "#0072b2", "#c44e00", "#00805d", "#a8286f", "#8a6d00", "#3a8fc4", "#50565c", "#6a4fb3", "#882255",
            "#999933", "#117733", "#aa4499");

    private final StringBuilder svg = new StringBuilder(100_000);

    private SvgPicture() {}

    /**
     * The image, as a whole file in UTF-8.
     *
     * @param chart whose first panel is a plane of points
     * @throws IllegalArgumentException when it has anything else
     */
    public static String of(Chart chart) {
        if (!(chart.panels().get(0) instanceof Panel.Plane plane)
                || !plane.layers().stream().allMatch(Layer.Points.class::isInstance)) {
            throw new IllegalArgumentException(chart.name() + ": is no plane of points");
        }
        var picture = new SvgPicture();
        picture.write(
                chart, plane.layers().stream().map(Layer.Points.class::cast).toList());
        return picture.svg.toString();
    }

    private void write(Chart chart, List<Layer.Points> layers) {
        int height = Math.max(HEAD + SIDE, HEAD + ROW * (layers.size() + 2));
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                SIDE + LEGEND,
                height));
        svg.append("<title>").append(text(chart.title())).append("</title>\n<desc>");
        svg.append(text(chart.caption())).append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        line(MARGIN, HEAD - 14, chart.title(), " font-size=\"16\"");
        var x = bounds(layers.stream().flatMapToDouble(layer -> layer.x().stream()));
        var y = bounds(layers.stream().flatMapToDouble(layer -> layer.y().stream()));
        // One scale for both, so that distances are what they are.
        double span = Math.max(Math.max(x.high() - x.low(), y.high() - y.low()), Double.MIN_NORMAL);
        double scale = (SIDE - 2.0 * MARGIN) / span;
        for (int place = 0; place < layers.size(); place++) {
            var layer = layers.get(place);
            var colour = COLOURS.get(place % COLOURS.size());
            boolean shaded = layer.shade().isPresent();
            svg.append("<g fill-opacity=\"0.75\" fill=\"").append(colour).append("\">\n");
            for (int i = 0; i < layer.size(); i++) {
                double across = SIDE / 2.0 + scale * (layer.x().get(i) - (x.low() + x.high()) / 2);
                double down = HEAD + SIDE / 2.0 - scale * (layer.y().get(i) - (y.low() + y.high()) / 2);
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"", across, down));
                if (shaded) {
                    svg.append(" fill=\"").append(shade(layer.shade().get(), i)).append('"');
                }
                var labels = layer.about().labels();
                svg.append(labels.isEmpty() ? "/>\n" : "><title>" + text(labels.get(i)) + "</title></circle>\n");
            }
            svg.append("</g>\n");
            if (shaded) {
                scaleOf(layer.shade().get());
            } else {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n",
                        SIDE + 10,
                        HEAD + ROW * (place + 1) - 4,
                        colour));
                line(SIDE + 22, HEAD + ROW * (place + 1), layer.name(), "");
            }
        }
        svg.append("</svg>\n");
    }

    private void scaleOf(Layer.Shade shade) {
        var range = bounds(shade.values().stream());
        line(SIDE + 10, HEAD + ROW, shade.axis().name(), "");
        for (int step = 0; step <= 10; step++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"14\" fill=\"%s\"/>%n",
                    SIDE + 10 + 14 * step,
                    HEAD + ROW + 8,
                    colour(step / 10.0)));
        }
        line(SIDE + 10, HEAD + 3 * ROW, String.format(Locale.ROOT, "%.4g to %.4g", range.low(), range.high()), "");
    }

    private static String shade(Layer.Shade shade, int i) {
        var range = bounds(shade.values().stream());
        double value = shade.values().get(i);
        return Double.isNaN(value)
                ? "#9a9a9a"
                : colour(range.high() > range.low() ? (value - range.low()) / (range.high() - range.low()) : 0.5);
    }

    /** From blue over grey to orange. */
    private static String colour(double share) {
        int red = (int) Math.round(0x00 + share * 0xe6);
        int green = (int) Math.round(0x72 + share * (0x9f - 0x72));
        int blue = (int) Math.round(0xb2 - share * 0xb2);
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    private void line(int x, int y, String words, String more) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\"%s>%s</text>%n", x, y, more, text(words)));
    }

    private static Axis.Range bounds(DoubleStream values) {
        var summary = values.filter(Double::isFinite).summaryStatistics();
        return summary.getCount() > 0 && summary.getMin() < summary.getMax()
                ? new Axis.Range(summary.getMin(), summary.getMax())
                : new Axis.Range(
                        summary.getCount() > 0 ? summary.getMin() - 1 : 0,
                        summary.getCount() > 0 ? summary.getMin() + 1 : 1);
    }

    /** Nothing of a name can be markup; control characters have no place in XML. */
    private static String text(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
