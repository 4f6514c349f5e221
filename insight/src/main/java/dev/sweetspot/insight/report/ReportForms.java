package dev.sweetspot.insight.report;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.insight.chart.ChartForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reports as forms, for pages that give them a look of their own. All texts stay plain. */
public final class ReportForms {
    private ReportForms() {}

    /** A report with all that is in it. */
    public static MapForm of(Report report) {
        return map(
                "title", Form.of(report.title()),
                "lead", Form.of(report.lead()),
                "sections",
                        list(
                                report.sections(),
                                section -> map(
                                        "id", Form.of(section.id()),
                                        "title", Form.of(section.title()),
                                        "blocks", list(section.blocks(), ReportForms::of))));
    }

    private static Form of(Block block) {
        if (block instanceof Block.Words words) {
            return map("kind", Form.of("words"), "sentences", list(words.sentences(), Form::of));
        }
        if (block instanceof Block.Points points) {
            return map(
                    "kind", Form.of("points"),
                    "points",
                            list(
                                    points.points(),
                                    point -> map(
                                            "weight",
                                                    Form.of(point.weight()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT)),
                                            "sentence", Form.of(point.sentence()),
                                            "advice", Form.of(point.advice()))));
        }
        if (block instanceof Block.Facts facts) {
            return map(
                    "kind", Form.of("facts"),
                    "facts",
                            list(
                                    facts.facts(),
                                    fact -> map("name", Form.of(fact.name()), "value", Form.of(fact.value()))));
        }
        if (block instanceof Block.Grid grid) {
            return map(
                    "kind", Form.of("grid"),
                    "caption", Form.of(grid.caption()),
                    "head", list(grid.head(), Form::of),
                    "rows", list(grid.rows(), row -> list(row, Form::of)),
                    "folded", Form.of(grid.folded()));
        }
        if (block instanceof Block.Picture picture) {
            return map(
                    "kind", Form.of("picture"),
                    "question", Form.of(picture.question()),
                    "chart", ChartForms.of(picture.chart()));
        }
        var quotation = (Block.Quotation) block;
        return map("kind", Form.of("quotation"), "text", Form.of(quotation.text()), "code", Form.of(quotation.code()));
    }

    private static <T> Form list(List<T> items, Function<T, ? extends Form> form) {
        return Form.of(items.stream().map(form).toList());
    }

    private static MapForm map(Object... entries) {
        var all = new LinkedHashMap<String, Form>();
        for (int i = 0; i < entries.length; i += 2) {
            all.put((String) entries[i], (Form) entries[i + 1]);
        }
        return Form.of(all);
    }
}
