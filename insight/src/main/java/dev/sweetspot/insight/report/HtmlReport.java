package dev.sweetspot.insight.report;

import dev.sweetspot.form.Json;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.ChartForms;
import dev.sweetspot.insight.paint.Scripts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A report as one HTML file that needs nothing else: scripts, library and data lie in it, and its policy forbids it to ask
 * anybody for more. Pictures are data until they come into view; then the painter draws them.
 */
public final class HtmlReport {
    private static final String FOLDER = "/dev/sweetspot/insight/report/";

    private final StringBuilder page = new StringBuilder(2_000_000);
    private int pictures;

    private HtmlReport() {}

    /** The whole file. */
    public static String of(Report report) {
        var written = new HtmlReport();
        written.write(report);
        return written.page.toString();
    }

    private void write(Report report) {
        var library = Scripts.library();
        var script = Scripts.joined(FOLDER + "page.js");
        var style = Scripts.read(FOLDER + "page.css");
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ")
                .append(allowed(library))
                .append(' ')
                .append(allowed(script))
                // The library writes the styles of its own elements; a style can load nothing under this policy.
                .append("; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(Html.text(report.title()))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<header><h1>")
                .append(Html.text(report.title()))
                .append("</h1><p class=\"lead\">")
                .append(Html.text(report.lead()))
                .append("</p></header>\n");
        contents(report.sections());
        page.append("<main>\n");
        report.sections().forEach(this::section);
        page.append("</main>\n<script>")
                .append(library)
                .append("</script>\n<script type=\"module\">")
                .append(script)
                .append("</script>\n</body>\n</html>\n");
    }

    private void contents(List<Report.Section> sections) {
        page.append("<nav aria-label=\"Contents\"><ul>");
        for (var section : sections) {
            page.append("<li><a href=\"#")
                    .append(Html.text(section.id()))
                    .append("\">")
                    .append(Html.text(section.title()))
                    .append("</a></li>");
        }
        page.append("</ul></nav>\n");
    }

    private void section(Report.Section section) {
        page.append("<section id=\"").append(Html.text(section.id())).append("\"><h2>");
        page.append(Html.text(section.title())).append("</h2>\n");
        section.blocks().forEach(this::block);
        page.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Words words) {
            page.append("<p>")
                    .append(Html.text(String.join(" ", words.sentences())))
                    .append("</p>\n");
        } else if (block instanceof Block.Points points) {
            points(points.points());
        } else if (block instanceof Block.Facts facts) {
            page.append("<dl class=\"facts\">");
            facts.facts().forEach(fact -> page.append("<dt>")
                    .append(Html.text(fact.name()))
                    .append("</dt><dd>")
                    .append(Html.text(fact.value()))
                    .append("</dd>"));
            page.append("</dl>\n");
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        } else if (block instanceof Block.Picture picture) {
            picture(picture.question(), picture.chart());
        } else if (block instanceof Block.Quotation quotation) {
            page.append("<div class=\"take\"><")
                    .append(quotation.code() ? "pre" : "blockquote")
                    .append('>')
                    .append(Html.text(quotation.text()))
                    .append("</")
                    .append(quotation.code() ? "pre" : "blockquote")
                    .append("><button type=\"button\" class=\"copy\" hidden>copy</button></div>\n");
        }
    }

    private void points(List<Block.Point> points) {
        page.append("<ul class=\"points\">");
        for (var point : points) {
            var weight = point.weight().name().toLowerCase(Locale.ROOT);
            page.append("<li class=\"")
                    .append(weight)
                    .append("\"><span class=\"weight\">")
                    .append(weight)
                    .append("</span> <span>")
                    .append(Html.text(point.sentence()));
            if (!point.advice().isEmpty()) {
                page.append(" <em>").append(Html.text(point.advice())).append("</em>");
            }
            page.append("</span></li>");
        }
        page.append("</ul>\n");
    }

    private void grid(Block.Grid grid) {
        if (grid.folded()) {
            page.append("<details><summary>").append(Html.text(grid.caption())).append("</summary>");
        }
        page.append("<div class=\"scroll\"><table class=\"sortable\">");
        if (!grid.folded() && !grid.caption().isEmpty()) {
            page.append("<caption>").append(Html.text(grid.caption())).append("</caption>");
        }
        page.append("<thead><tr>");
        var numbers = new boolean[grid.head().size()];
        for (int column = 0; column < grid.head().size(); column++) {
            numbers[column] = isNumbers(grid, column);
            page.append(numbers[column] ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                    .append(Html.text(grid.head().get(column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        for (var row : grid.rows()) {
            page.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                page.append(numbers[column] ? "<td class=\"number\">" : "<td>")
                        .append(Html.text(row.get(column)))
                        .append("</td>");
            }
            page.append("</tr>");
        }
        page.append("</tbody></table></div>").append(grid.folded() ? "</details>\n" : "\n");
    }

    private static boolean isNumbers(Block.Grid grid, int column) {
        return grid.rows().stream().anyMatch(row -> Figures.isNumber(row.get(column)))
                && grid.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> Figures.isNumber(cell) || cell.isEmpty());
    }

    private void picture(String question, Chart chart) {
        var id = "picture-" + pictures++;
        page.append("<figure class=\"picture\" id=\"")
                .append(id)
                .append("\"><h3>")
                .append(Html.text(chart.title()))
                .append("</h3><p class=\"question\">")
                .append(Html.text(question))
                .append("</p><div class=\"place\"></div><figcaption>")
                .append(Html.text(chart.caption()))
                .append("</figcaption><script type=\"application/json\">")
                .append(Html.json(Json.write(ChartForms.of(chart))))
                .append("</script></figure>\n");
    }

    /** That script and no other, by its hash. */
    private static String allowed(String script) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
